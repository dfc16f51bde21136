/** Words made, and words on each screen, over a lane's time, as counters of a trace. */

import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { actorLabel } from '../actor-label.ts';
import type { TraceFact } from './perfetto-fact.ts';

type Counter = Omit<TraceFact, 'pid' | 'tid'>;

/** Which runs show a word, by the word: two runs that answer the same prompt show the same words. */
type Screen = Map<string, Set<number>>;

/** One entry for each change; a word counts once for each answer, however often it was made or stands there. */
export function laneCounters({ events }: LaneTrace): readonly Counter[] {
  const answers = new Map<number, string>();
  const made = new Set<string>();
  const screens = new Map<string, Screen>();
  const counters: Counter[] = [];
  const count = (atMs: number, name: string, words: number) =>
    counters.push({ ph: 'C', name, ts: atMs * 1000, args: { words } });
  for (const event of events) {
    if (event.type === 'run.started') answers.set(event.run, `${event.turn} ${event.actor}`);
    else if (event.type === 'token.generated') {
      const before = made.size;
      made.add(`${answers.get(event.run) ?? ''} ${event.token}`);
      if (made.size > before) count(event.atMs, 'Words made', made.size);
    } else {
      const screen: Screen = screens.get(event.actor) ?? new Map();
      const before = screen.size;
      change(screen, event, answers);
      screens.set(event.actor, screen);
      if (screen.size !== before) count(event.atMs, `Words on ${actorLabel(event.actor)}`, screen.size);
    }
  }
  return counters;
}

function change(screen: Screen, event: TraceEvent, answers: ReadonlyMap<number, string>): void {
  if (event.type === 'screen.cleared') screen.clear();
  if (event.type === 'answer.discarded') {
    for (const [word, runs] of screen) {
      runs.delete(event.run);
      if (runs.size === 0) screen.delete(word);
    }
  }
  if (event.type !== 'tokens.shown') return;
  for (let token = event.from; token <= event.to; token += 1) {
    const word = `${answers.get(event.run) ?? ''} ${token}`;
    screen.set(word, (screen.get(word) ?? new Set()).add(event.run));
  }
}
