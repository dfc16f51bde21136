import { expect, test } from 'vitest';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import { auditReducer, startSession } from './audit-session.ts';

const mine: AuditState = { ...NO_ANSWERS, fit: 'product', answers: { stop: 'by-name' } };
const theirs: AuditState = { ...NO_ANSWERS, fit: 'product', answers: { stop: 'no-need' } };

test('a reset takes everything away, and one step brings it back', () => {
  const reset = auditReducer(startSession(mine), { type: 'reset' });
  expect(reset.state).toEqual(NO_ANSWERS);
  expect(auditReducer(reset, { type: 'undone' })).toEqual(startSession(mine));
});

test('answers that came with a link are not kept in place of one’s own before they are changed', () => {
  const opened = auditReducer(startSession(mine), { type: 'opened', by: 'link', state: theirs, problems: [] });
  expect(opened).toMatchObject({ state: theirs, isKept: false, replaced: { by: 'link', former: mine } });
  expect(auditReducer(opened, { type: 'undone' })).toEqual(startSession(mine));
  const changed = auditReducer(opened, { type: 'answer.chosen', question: 'stop', answer: 'untold' });
  expect(changed).toMatchObject({ isKept: true, replaced: { former: mine } });
});

test('where nothing was said before, or the same, nothing is offered back', () => {
  for (const before of [NO_ANSWERS, theirs]) {
    const opened = auditReducer(startSession(before), { type: 'opened', by: 'file', state: theirs, problems: [] });
    expect(opened).toMatchObject({ replaced: null, isKept: true });
  }
});

test('a number that is set back is no number of one’s own', () => {
  const set = auditReducer(startSession(mine), { type: 'number.set', name: 'chats-a-day', value: 7 });
  expect(set.state.numbers).toEqual({ 'chats-a-day': 7 });
  expect(auditReducer(set, { type: 'number.set', name: 'chats-a-day', value: null }).state).toEqual(mine);
  const priced = auditReducer(set, { type: 'price.set', name: 'perGigabyte', value: 0.09 });
  expect(auditReducer(priced, { type: 'numbers.reset' }).state).toEqual(mine);
});
