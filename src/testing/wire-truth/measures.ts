/**
 * What a measured row counts, counted in a trace. The row's words differ from the report's: shown
 * counts repeats, tokens have their numbers within the answer whichever run made them, and unseen is
 * what was generated less the most distinct tokens that any tab shows at the end.
 */

import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';

export interface Generation {
  /** The numbers of the first and last token it made; none yet is 0. */
  tokens: number;
  end: RunEnd;
}

export interface Tab {
  readonly name: string;
  status: SurfaceStatus;
  isStopped: boolean;
  /** The prompt that it sent last, `null` when it only looks on. */
  asked: number | null;
  /** What stands on its screen, in order: run and token. */
  screen: { readonly run: number; readonly token: number }[];
  /** Since when its page is away, `null` while it is there. */
  awaySinceMs: number | null;
}

export interface Outcome {
  readonly generations: readonly Generation[];
  readonly tabs: readonly Tab[];
  readonly generated: number;
  readonly generatedAfterStop: number;
  readonly generatedWhileNobodyThere: number;
  readonly turnOfRun: ReadonlyMap<number, number>;
  /** When a far end first learned that a tab had gone, `null` when none did. */
  readonly firstNoticedAtMs: number | null;
}

/** Reads a trace; `names` are the tabs in the order of the scenario. */
export function measure(events: readonly TraceEvent[], names: readonly string[]): Outcome {
  const tabs = new Map(names.map((name) => [name, createTab(name)]));
  const generations: Generation[] = [];
  const newest = new Map<number, Generation>();
  const turnOfRun = new Map<number, number>();
  let [generated, afterStop, whileNobody] = [0, 0, 0];
  let firstNoticedAtMs: number | null = null;
  const begin = (run: number): void => {
    const generation: Generation = { tokens: 0, end: 'running' };
    generations.push(generation);
    newest.set(run, generation);
  };
  for (const event of events) {
    const tab = tabs.get(event.actor);
    if (tab !== undefined) noteTab(tab, event);
    if (event.type === 'run.started') {
      turnOfRun.set(event.run, event.turn);
      begin(event.run);
    } else if (event.type === 'run.adopted') {
      begin(event.run);
    } else if (event.type === 'token.generated') {
      const generation = newest.get(event.run);
      if (generation !== undefined) generation.tokens += 1;
      generated += 1;
      if ([...tabs.values()].some(({ isStopped }) => isStopped)) afterStop += 1;
      if ([...tabs.values()].some(({ awaySinceMs }) => awaySinceMs !== null)) whileNobody += 1;
    } else if (event.type === 'run.ended') {
      const generation = newest.get(event.run);
      if (generation !== undefined) generation.end = event.end;
    } else if (event.type === 'connection.noticed') {
      firstNoticedAtMs ??= event.atMs;
    }
  }
  return {
    generations,
    tabs: [...tabs.values()],
    generated,
    generatedAfterStop: afterStop,
    generatedWhileNobodyThere: whileNobody,
    turnOfRun,
    firstNoticedAtMs,
  };
}

/** The numbers of the tokens that a tab shows of what it asked, or of all there is when it asked nothing. */
export function shownOn({ turnOfRun }: Outcome, { asked, screen }: Tab): readonly number[] {
  return screen.filter(({ run }) => asked === null || turnOfRun.get(run) === asked).map(({ token }) => token);
}

export function distinct(tokens: readonly number[]): number {
  return new Set(tokens).size;
}

/** Places where a token stands before an earlier one. */
export function inversions(tokens: readonly number[]): number {
  return tokens.filter((token, at) => token < (tokens[at - 1] ?? 0)).length;
}

/** Generated, less the most that any tab shows. */
export function unseen(outcome: Outcome): number {
  return outcome.generated - Math.max(...outcome.tabs.map((tab) => distinct(shownOn(outcome, tab))));
}

function createTab(name: string): Tab {
  return { name, status: 'closed', isStopped: false, asked: null, screen: [], awaySinceMs: null };
}

function noteTab(tab: Tab, event: TraceEvent): void {
  switch (event.type) {
    case 'status.changed':
      tab.status = event.status;
      break;
    case 'stop.pressed':
      tab.isStopped = true;
      break;
    case 'prompt.sent':
      tab.asked = event.turn;
      break;
    case 'surface.refreshed':
      tab.awaySinceMs = event.atMs;
      break;
    case 'message.delivered':
      if (event.kind === 'history') tab.awaySinceMs = null;
      break;
    case 'screen.cleared':
      tab.screen = [];
      break;
    case 'answer.discarded':
      tab.screen = tab.screen.filter(({ run }) => run !== event.run);
      break;
    case 'tokens.shown':
      for (let token = event.from; token <= event.to; token += 1) tab.screen.push({ run: event.run, token });
      break;
    default:
      break;
  }
}
