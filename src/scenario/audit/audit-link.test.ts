import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryAuditState } from '../../testing/arbitrary-audit-state.ts';
import { theAudit } from '../../testing/read-audit.ts';
import { PRICE_FACTS } from '../price-facts.ts';
import { readAuditFile, writeAuditFile } from './audit-file.ts';
import { decodeAuditLink, encodeAuditLink } from './audit-link.ts';
import { NO_ANSWERS } from './audit-state.ts';

const audit = theAudit();
const terms = { questions: audit.questions, numbers: audit.numbers, prices: PRICE_FACTS };
const states = arbitraryAuditState(audit);

test('a link gives back what was said, also when a program has escaped it', () => {
  fc.assert(
    fc.property(states, (state) => {
      const link = encodeAuditLink(state, terms);
      const read = decodeAuditLink(link, terms);
      expect(read?.state ?? NO_ANSWERS).toEqual(state);
      expect(read?.problems ?? []).toEqual([]);
      expect(decodeAuditLink(link.replaceAll(',', '%2C'), terms)).toEqual(read);
    }),
    { seed: 20_261_125 },
  );
});

test('a whole audit fits into a message', () => {
  const answers = Object.fromEntries(audit.questions.map(({ id, answers: [first] }) => [id, first?.id ?? '']));
  const link = encodeAuditLink({ ...NO_ANSWERS, fit: 'product', answers }, terms);
  expect(link).toMatch(/^#\/audit\?a=fit\.product,on-close\.drained,/);
  expect(link.length).toBeLessThan(600);
});

test('an address without answers is no link to some', () => {
  for (const hash of ['', '#/audit', '#/audit/', '#/audit?', '#/play/wifi-blip?a=fit.product'])
    expect(decodeAuditLink(hash, terms)).toBeNull();
});

test('what this version does not have is left out and named, and the rest is taken', () => {
  const read = decodeAuditLink(
    '#/audit?a=on-close.drained,colour.blue,stop.shouting&n=chats-a-day.0&p=perHour.3',
    terms,
  );
  expect(read?.state).toEqual({ ...NO_ANSWERS, answers: { 'on-close': 'drained' } });
  expect(read?.problems).toEqual([
    'Unable to take the question “colour”; this version of the audit has none such.',
    'Unable to take the answer “shouting” to “stop”; this version of the audit has none such.',
    'Unable to take chats-a-day 0; it must be from 1 to 100000000.',
    'Unable to take perHour 3; there is no such number.',
  ]);
});

test('no address makes it throw', () => {
  const pieces = fc.constantFrom(
    'a=',
    'n=',
    'p=',
    '&',
    ',',
    '.',
    'fit',
    'on-close',
    'drained',
    '__proto__',
    '%',
    '%2',
    '5',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const read = decodeAuditLink(`#/audit?${parts.join('')}`, terms);
      for (const [id, answer] of Object.entries(read?.state.answers ?? {}))
        expect(
          audit.questions
            .find((question) => question.id === id)
            ?.answers.map((known) => known.id)
            .concat('unknown'),
        ).toContain(answer);
    }),
    { seed: 20_261_125 },
  );
});

test('a file gives back what was said', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(readAuditFile(writeAuditFile(state), 'audit.json', terms)).toEqual({
        ok: true,
        value: { state, problems: [] },
      });
    }),
    { seed: 20_261_125 },
  );
});

test('a file that is none is refused with its place, and one of another version with what it lacks', () => {
  const problemsOf = (text: string) => {
    const read = readAuditFile(text, 'mine.json', terms);
    return read.ok ? [] : read.error;
  };
  const text = writeAuditFile({ ...NO_ANSWERS, answers: { 'on-close': 'drained' } });
  expect(problemsOf(text.slice(0, 40))[0]).toMatch(
    /^mine\.json:\d+:\d+: unable to read the file; it stops being JSON here/,
  );
  expect(problemsOf(text.replace('"drained"', '7'))[0]).toMatch(
    /^mine\.json:5:\d+: unable to read answers\.on-close; it must be a text/,
  );
  expect(problemsOf(text.replace('"version": 1', '"version": 2'))[0]).toContain('must be 1, the only one there is');
  expect(problemsOf('{"scenario": 1}').length).toBeGreaterThan(0);
});
