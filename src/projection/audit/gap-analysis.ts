/** What a team's answers come to: gaps by capability and by step, what nobody knows, and the least that is enough. */

import { CAPABILITIES, MIGRATION_STEPS, UNKNOWN } from '../../scenario/audit/audit-data.ts';
import type {
  Audit,
  AuditAnswer,
  AuditQuestion,
  Capability,
  Footing,
  Gap,
  Mend,
  MigrationStep,
} from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';

/** A gap and the answer that showed it. */
export interface FoundGap {
  readonly question: AuditQuestion;
  readonly answer: AuditAnswer;
  readonly gap: Gap;
}

export interface CapabilityResult {
  readonly capability: Capability;
  readonly asked: number;
  readonly answered: number;
  readonly gaps: readonly FoundGap[];
  readonly unknown: readonly AuditQuestion[];
}

export interface StepResult {
  readonly step: MigrationStep;
  readonly gaps: readonly FoundGap[];
}

/**
 * `enough`: nothing is missing, and nothing beyond a plain stream is in use or needed. `nothing-missing`: what is in
 * use does its work. `repairs`: what is in use is enough once it is mended. `buffer`, `session`: the least that mends
 * every gap, whose reasons are the gaps that ask for it.
 */
export type VerdictKind = 'none' | 'enough' | 'nothing-missing' | 'repairs' | 'buffer' | 'session';

export interface Verdict {
  readonly kind: VerdictKind;
  /** The most that the answers rest on. */
  readonly footing: Exclude<Footing, 'execution'>;
  /** The gaps that ask for more than there is. */
  readonly reasons: readonly FoundGap[];
  /** Gaps that no transport mends. */
  readonly execution: readonly FoundGap[];
}

export interface Analysis {
  readonly asked: number;
  readonly answered: number;
  readonly gaps: readonly FoundGap[];
  /** Questions that were answered with not knowing: gaps in knowledge, none of the product. */
  readonly unknown: readonly AuditQuestion[];
  readonly open: readonly AuditQuestion[];
  readonly capabilities: readonly CapabilityResult[];
  /** All steps, in their order; some have nothing to do. */
  readonly steps: readonly StepResult[];
  readonly verdict: Verdict;
}

/** Pure: the same answers come to the same. Answers that the audit does not have count as none. */
export function analyse(audit: Audit, { answers }: Pick<AuditState, 'answers'>): Analysis {
  const given = audit.questions.map((question) => {
    const id = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const answer = question.answers.find((known) => known.id === id) ?? null;
    return { question, answer, isUnknown: id === UNKNOWN };
  });
  const gaps = given.flatMap(({ question, answer }): readonly FoundGap[] =>
    answer === null || answer.gap === null ? [] : [{ question, answer, gap: answer.gap }],
  );
  const unknown = given.filter(({ isUnknown }) => isUnknown).map(({ question }) => question);
  const open = given.filter(({ answer, isUnknown }) => answer === null && !isUnknown).map(({ question }) => question);
  const answered = given.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const isOf = (capability: Capability) => (question: AuditQuestion) => question.capability === capability;
  return {
    asked: given.length,
    answered: answered.length,
    gaps,
    unknown,
    open,
    capabilities: CAPABILITIES.map((capability) => ({
      capability,
      asked: audit.questions.filter(isOf(capability)).length,
      answered: given.filter(({ question, answer }) => answer !== null && isOf(capability)(question)).length,
      gaps: gaps.filter(({ question }) => isOf(capability)(question)),
      unknown: unknown.filter(isOf(capability)),
    })),
    steps: MIGRATION_STEPS.map((step) => ({ step, gaps: gaps.filter(({ gap }) => gap.step === step) })),
    verdict: judge(answered, gaps),
  };
}

/** Durable execution is no transport: it asks for nothing here. */
const MEND_RANKS: Readonly<Record<Mend, number>> = { repair: 0, execution: 0, buffer: 1, session: 2 };
const FOOTINGS_IN_ORDER = ['pipe', 'buffer', 'session'] as const;

function judge(answered: readonly AuditAnswer[], gaps: readonly FoundGap[]): Verdict {
  const rests = answered.flatMap(({ rests: footing }) => footing ?? []);
  const has = Math.max(
    0,
    ...rests.map((footing) => (footing === 'execution' ? 0 : FOOTINGS_IN_ORDER.indexOf(footing))),
  );
  const wants = Math.max(0, ...gaps.map(({ gap }) => MEND_RANKS[gap.mend]));
  const isMore = wants > has;
  return {
    kind: kindOf(),
    footing: FOOTINGS_IN_ORDER[has] ?? 'pipe',
    reasons: isMore ? gaps.filter(({ gap }) => MEND_RANKS[gap.mend] === wants) : [],
    execution: gaps.filter(({ gap }) => gap.mend === 'execution'),
  };

  function kindOf(): VerdictKind {
    if (answered.length === 0) return 'none';
    if (gaps.length === 0) return rests.every((footing) => footing === 'pipe') ? 'enough' : 'nothing-missing';
    if (!isMore) return 'repairs';
    return wants === 1 ? 'buffer' : 'session';
  }
}
