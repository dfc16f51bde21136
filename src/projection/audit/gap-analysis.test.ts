import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../scenario/audit/audit-data.ts';
import type { AuditAnswer } from '../../scenario/audit/audit-data.ts';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import { PRICE_FACTS } from '../../scenario/price-facts.ts';
import { arbitraryAuditState } from '../../testing/arbitrary-audit-state.ts';
import { theAudit } from '../../testing/read-audit.ts';
import { auditReport } from './audit-report.ts';
import { analyse } from './gap-analysis.ts';
import { verdictText } from './verdict-text.ts';

const audit = theAudit();
const { questions } = audit;

/** Each question with the first answer that `wants`, else with none. */
const answering = (wants: (answer: AuditAnswer) => boolean) => ({
  answers: Object.fromEntries(
    questions.flatMap(({ id, answers }) => {
      const answer = answers.find(wants);
      return answer === undefined ? [] : [[id, answer.id]];
    }),
  ),
});
const verdictOf = (state: { readonly answers: Readonly<Record<string, string>> }) => analyse(audit, state).verdict.kind;

describe('the verdict', () => {
  test('nobody has answered yet, so there is none', () => {
    expect(verdictOf(NO_ANSWERS)).toBe('none');
    expect(verdictOf({ answers: Object.fromEntries(questions.map(({ id }) => [id, UNKNOWN])) })).toBe('none');
  });

  test('whoever needs no more than a plain stream is told that SSE is enough', () => {
    const state = answering(({ rests, gap }) => gap === null && rests === 'pipe');
    expect(Object.keys(state.answers)).toHaveLength(questions.length);
    expect(verdictText(analyse(audit, state)).title).toBe('SSE is enough');
  });

  test.each(['buffer', 'session', 'execution'] as const)(
    'whoever has built on %s and left nothing out is told so',
    (footing) => {
      const best = answering(({ gap }) => gap === null);
      const built = answering(({ gap, rests }) => gap === null && rests === footing);
      expect(verdictOf({ answers: { ...best.answers, ...built.answers } })).toBe('nothing-missing');
    },
  );

  test('gaps that a repair mends call for no other transport', () => {
    const state = answering(({ gap, rests }) => gap?.mend === 'repair' && rests === null);
    expect(verdictOf(state)).toBe('repairs');
    expect(verdictText(analyse(audit, state)).title).toMatch(/^SSE is enough, once \d+ things are mended$/);
  });

  test('the least that mends every gap decides, and the gaps that ask for it are its reasons', () => {
    for (const mend of ['buffer', 'session'] as const) {
      const { verdict } = analyse(
        audit,
        answering(({ gap, rests }) => gap?.mend === mend && rests === null),
      );
      expect(verdict.kind).toBe(mend);
      expect(new Set(verdict.reasons.map(({ gap }) => gap.mend))).toEqual(new Set([mend]));
    }
  });

  test('who has a session already is not sent to get one', () => {
    const state = answering(({ rests, gap }) => gap === null && rests === 'session');
    const gap = answering((answer) => answer.gap?.mend === 'session');
    const [first = expect.fail('there is one')] = Object.entries(gap.answers);
    expect(verdictOf({ answers: { ...state.answers, [first[0]]: first[1] } })).toBe('repairs');
  });

  test('work that begins again from the start needs durable execution, and no other transport for it', () => {
    const analysis = analyse(
      audit,
      answering(({ gap }) => gap?.mend === 'execution'),
    );
    expect(analysis.verdict.kind).toBe('repairs');
    expect(verdictText(analysis).says.join(' ')).toContain('needs durable execution, whatever carries the words');
  });
});

describe('laws of the audit', () => {
  test('every question has an answer without a gap, and every gap a lesson, a source and a step', () => {
    for (const { answers } of questions) expect(answers.some(({ gap }) => gap === null)).toBe(true);
    for (const { gap } of questions.flatMap(({ answers }) => answers)) {
      if (gap === null) continue;
      expect(audit.lessons[gap.lesson]?.title).toBeTruthy();
      expect(gap.sources.every((id) => audit.sources[id] !== undefined)).toBe(true);
      expect(audit.steps[gap.step].title).toBeTruthy();
    }
  });

  test('any best answers fit a plain stream, or leave nothing missing', () => {
    const best = fc.record(
      Object.fromEntries(
        questions.map(({ id, answers }) => [
          id,
          fc.constantFrom(...answers.filter(({ gap }) => gap === null).map((answer) => answer.id)),
        ]),
      ),
    );
    fc.assert(
      fc.property(best, (answers) => {
        const { verdict, gaps } = analyse(audit, { answers });
        expect(gaps).toEqual([]);
        const isPlain = questions.every(
          (question) => question.answers.find(({ id }) => id === answers[question.id])?.rests === 'pipe',
        );
        expect(verdict.kind).toBe(isPlain ? 'enough' : 'nothing-missing');
      }),
      { seed: 20_261_125 },
    );
  });

  test('whatever is answered, each question is a gap, known, unknown or open, and the report has the gaps of the analysis', () => {
    fc.assert(
      fc.property(arbitraryAuditState(audit), (state) => {
        const analysis = analyse(audit, state);
        const { gaps, unknown, open, answered, asked } = analysis;
        expect(answered + unknown.length + open.length).toBe(asked);
        expect(analysis.steps.flatMap((step) => step.gaps).toSorted(byQuestion)).toEqual(gaps.toSorted(byQuestion));
        expect(analysis.capabilities.flatMap((result) => result.gaps).toSorted(byQuestion)).toEqual(
          gaps.toSorted(byQuestion),
        );
        const parts = {
          audit,
          state,
          bill: null,
          priceFacts: PRICE_FACTS,
          addressOf: (hash: string) => hash,
          link: '#/audit',
        };
        const report = auditReport(parts);
        expect(auditReport(parts)).toBe(report);
        const reported = Array.from(report.matchAll(/^- \*\*(.+?)\*\* /gm), ([, says = '']) => says);
        expect(reported.toSorted()).toEqual(state.fit === 'person' ? [] : gaps.map(({ gap }) => gap.says).toSorted());
      }),
      { seed: 20_261_125 },
    );
  });

  test('answers that this audit does not have count as none', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (answers) => {
        expect(analyse(audit, { answers }).verdict.kind).toBe('none');
      }),
      { seed: 20_261_125 },
    );
  });
});

function byQuestion(
  a: { readonly question: { readonly id: string } },
  b: { readonly question: { readonly id: string } },
): number {
  return a.question.id.localeCompare(b.question.id);
}
