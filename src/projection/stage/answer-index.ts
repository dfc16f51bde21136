/**
 * The answers of one lane, prepared once: which words were made when, by which runs, and who saw them
 * first. An answer is what one agent writes for one prompt, by however many runs; all of them number
 * its words alike.
 */

import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, LaneTrace, ShownVia } from '../../protocol/trace-event.ts';

export interface AnswerIndex {
  /** Its place among the answers of its lane, which are in the order in which they began. */
  readonly place: number;
  readonly turn: number;
  readonly agent: ActorName;
  readonly startedAtMs: VirtualMs;
  /** When word `k` was first made, by whichever run, is `madeAtMs[k - 1]`; ascending. */
  readonly madeAtMs: readonly VirtualMs[];
  /** In the order in which they started. */
  readonly runs: readonly RunIndex[];
}

export interface RunIndex {
  readonly run: number;
  readonly startedAtMs: VirtualMs;
  /** When this run first made word `k` is `madeAtMs[k - 1]`; ascending, 0 for words that it did not make. */
  readonly madeAtMs: readonly VirtualMs[];
  /** Every making of a word, ascending: a run that was taken over may make one again. */
  readonly makingsAtMs: readonly VirtualMs[];
  /** For each word that somebody saw: from when on it was seen or, when it came live, under way. Ascending. */
  readonly reachedAtMs: readonly VirtualMs[];
}

interface RunDraft {
  readonly run: number;
  readonly startedAtMs: VirtualMs;
  readonly madeAtMs: VirtualMs[];
  readonly makingsAtMs: VirtualMs[];
  /** When and how each word was first seen. */
  readonly firstSeen: Map<number, { readonly atMs: VirtualMs; readonly via: ShownVia }>;
}

interface AnswerDraft {
  readonly turn: number;
  readonly agent: ActorName;
  readonly startedAtMs: VirtualMs;
  readonly runs: RunDraft[];
}

/** One entry for each prompt and agent, in the order in which they were begun. */
export function indexAnswers(trace: LaneTrace): readonly AnswerIndex[] {
  const answers: AnswerDraft[] = [];
  const runs = new Map<number, RunDraft>();
  for (const event of trace.events) {
    switch (event.type) {
      case 'run.started': {
        const { run, turn, actor: agent, atMs: startedAtMs } = event;
        const draft: RunDraft = { run, startedAtMs, madeAtMs: [], makingsAtMs: [], firstSeen: new Map() };
        runs.set(run, draft);
        const known = answers.find((answer) => answer.turn === turn && answer.agent === agent);
        if (known === undefined) answers.push({ turn, agent, startedAtMs, runs: [draft] });
        else known.runs.push(draft);
        break;
      }
      case 'token.generated':
        noteMade(runs.get(event.run), event.token, event.atMs);
        break;
      case 'tokens.shown':
        noteSeen(runs.get(event.run), event);
        break;
      default:
        break;
    }
  }
  return answers.map((answer, place) => ({
    place,
    turn: answer.turn,
    agent: answer.agent,
    startedAtMs: answer.startedAtMs,
    madeAtMs: firstMade(answer.runs),
    runs: answer.runs.map(finishRun),
  }));
}

/** The answers to the newest of the prompts that anybody works or worked on: one for each agent. */
export function newestAnswers(answers: readonly AnswerIndex[]): readonly AnswerIndex[] {
  const turn = answers.reduce((newest, answer) => Math.max(newest, answer.turn), 0);
  return answers.filter((answer) => answer.turn === turn);
}

function noteMade(run: RunDraft | undefined, token: number, atMs: VirtualMs): void {
  if (run === undefined) return;
  while (run.madeAtMs.length < token - 1) run.madeAtMs.push(0);
  run.madeAtMs[token - 1] ??= atMs;
  run.makingsAtMs.push(atMs);
}

function noteSeen(
  run: RunDraft | undefined,
  {
    from,
    to,
    atMs,
    via,
  }: { readonly from: number; readonly to: number; readonly atMs: VirtualMs; readonly via: ShownVia },
): void {
  if (run === undefined) return;
  for (let token = from; token <= to; token += 1) {
    if (!run.firstSeen.has(token)) run.firstSeen.set(token, { atMs, via });
  }
}

function finishRun({ run, startedAtMs, madeAtMs, makingsAtMs, firstSeen }: RunDraft): RunIndex {
  const reachedAtMs = [...firstSeen]
    .map(([token, seen]) => (seen.via === 'live' ? (madeAtMs[token - 1] ?? seen.atMs) : seen.atMs))
    .toSorted((a, b) => a - b);
  return { run, startedAtMs, madeAtMs, makingsAtMs, reachedAtMs };
}

/** Each run makes its words in order, so the first making of each is in order too. */
function firstMade(runs: readonly RunDraft[]): readonly VirtualMs[] {
  const made: VirtualMs[] = [];
  for (const run of runs) {
    run.madeAtMs.forEach((atMs, at) => {
      if (atMs > 0) made[at] = Math.min(made[at] ?? Infinity, atMs);
    });
  }
  return made;
}
