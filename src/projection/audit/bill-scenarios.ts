/** The runs of the bill with a team's own words, pace, prices and switches. */

import { BILL_RUNS } from '../../scenario/audit/audit-data.ts';
import type { Audit, AuditAnswer, BillRun, NumberName } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';

export type AuditNumbers = Readonly<Record<NumberName, number>>;

/** A second of peace after what happened last, before a person does anything. */
const PAUSE_MS = 2_000;

/** Each number as the team has set it, or its default. */
export function numbersOf({ numbers }: Audit, state: Pick<AuditState, 'numbers'>): AuditNumbers {
  return Object.fromEntries(
    numbers.map(({ name, byDefault }) => [name, state.numbers[name] ?? byDefault]),
  ) as AuditNumbers;
}

/** What is to be simulated, by name. A pure function of the answers: the same ones give equal scenarios. */
export function billScenarios(audit: Audit, state: AuditState): Readonly<Record<BillRun, CompiledScenario>> {
  const numbers = numbersOf(audit, state);
  const answers = audit.questions.flatMap(({ id, answers: known }) =>
    known.filter((answer) => answer.id === state.answers[id]),
  );
  return Object.fromEntries(
    BILL_RUNS.map((run) => [run, fitted(audit.bill.runs[run], numbers, answers, state.prices)]),
  ) as Record<BillRun, CompiledScenario>;
}

function fitted(
  scenario: CompiledScenario,
  numbers: AuditNumbers,
  answers: readonly AuditAnswer[],
  prices: AuditState['prices'],
): CompiledScenario {
  const { agent } = scenario;
  const count = numbers['words-an-answer'];
  const tokenIntervalMs = Math.max(1, Math.round(1_000 / numbers['words-a-second']));
  const words = Array.from({ length: count }, (_, at) => agent.words[at % agent.words.length] ?? '');
  const answerMs = agent.firstTokenMs + count * tokenIntervalMs;
  const half = Math.max(1, Math.round(count / 2));
  const isBroken = scenario.script.some((entry) => entry.do === 'retry');
  const sentAtMs = scenario.script.find((entry) => entry.do === 'send')?.atMs ?? 0;
  const drop = scenario.script.find((entry) => entry.do === 'drop');
  const outMs = drop?.do === 'drop' ? (drop.forMs ?? 0) : 0;
  const brokenAtMs = sentAtMs + agent.firstTokenMs + half * tokenIntervalMs;
  const retryAtMs = brokenAtMs + outMs + PAUSE_MS;
  // Who asks once more waits for a whole answer again.
  const endMs = isBroken ? retryAtMs + answerMs : sentAtMs + answerMs;
  return {
    ...scenario,
    horizonMs: endMs + PAUSE_MS + numbers['open-seconds'] * 1_000,
    prices: { ...scenario.prices, ...prices },
    agent: { ...agent, words, tokenIntervalMs },
    lanes: scenario.lanes.map((lane) => {
      const set = answers.map((answer) => answer.set[lane.lane] ?? {});
      return { ...lane, options: Object.assign({}, lane.options, ...set) as typeof lane.options };
    }),
    script: scenario.script.map((entry) => {
      if (entry.do === 'retry') return { ...entry, atMs: retryAtMs };
      return entry.after !== undefined && 'token' in entry.after ? { ...entry, after: { token: half } } : entry;
    }),
  };
}
