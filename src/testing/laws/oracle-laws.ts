/** What holds for the report of any run, reckoned here a second time from the trace, in another way. */

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { outcomeReportSchema } from '../../scenario/outcome-report.ts';
import { createBeliever } from '../../sim/oracle/believers.ts';
import type { BelieverKind } from '../../sim/oracle/believers.ts';
import type { Belief } from '../../protocol/belief.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { anyWorld } from '../worlds/arbitrary-world.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

/** Words by the answer that they are of: prompt and agent, then the word's number. */
type Words = ReadonlySet<string>;

/** The words that were made for the newest prompt that has a run. */
function madeIn(events: readonly TraceEvent[], wordOf: (run: number, token: number) => string | null): Words {
  const made = events.flatMap((event) => (event.type === 'token.generated' ? [wordOf(event.run, event.token)] : []));
  return new Set(made.filter((word) => word !== null));
}

/** The words that stand on a screen at the end, by replaying what appeared and went. */
function visibleOn(
  surface: string,
  events: readonly TraceEvent[],
  wordOf: (run: number, token: number) => string | null,
): Words {
  const byRun = new Map<number, Set<string>>();
  for (const event of events) {
    if (event.actor !== surface) continue;
    if (event.type === 'screen.cleared' || event.type === 'surface.closed') byRun.clear();
    if (event.type === 'answer.discarded') byRun.delete(event.run);
    if (event.type !== 'tokens.shown') continue;
    const words = byRun.get(event.run) ?? new Set();
    byRun.set(event.run, words);
    for (let token = event.from; token <= event.to; token += 1) words.add(wordOf(event.run, token) ?? '');
  }
  const all = new Set([...byRun.values()].flatMap((words) => [...words]));
  all.delete('');
  return all;
}

/** Names the words of the answers to the newest prompt that has a run; those of older answers have no name. */
function nameWords(events: readonly TraceEvent[]): (run: number, token: number) => string | null {
  const starts = events.filter((event) => event.type === 'run.started');
  const newest = Math.max(0, ...starts.map((started) => started.turn));
  const agents = new Map(starts.filter(({ turn }) => turn === newest).map(({ run, actor }) => [run, actor]));
  return (run, token) => (agents.has(run) ? `${agents.get(run)}/${token}` : null);
}

function kindOf(scenario: CompiledScenario, actor: string): BelieverKind {
  if (actor === 'server' || actor === 'session') return actor;
  return scenario.surfaces.some(({ name }) => name === actor) ? 'surface' : 'agent';
}

const withoutRepeats = <T>(items: readonly T[]): readonly T[] => items.filter((item, at) => item !== items[at - 1]);

export const ORACLE_LAWS: readonly Law[] = [
  law({
    id: 'O1',
    title:
      'tokens are conserved: on every surface the last answer is shown or missing, and all that was made is useful or unseen',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const scenario = buildScenario(parts);
      const run = simulate(scenario);
      for (const { name, events } of run.lanes) {
        const report = run.report.lanes[name];
        const all = events.filter((event) => event.type === 'token.generated').length;
        equal(report?.agent.generated, all);
        equal(report.bill.useful + report.bill.unseen, all);
        const wordOf = nameWords(events);
        const made = madeIn(events, wordOf).size;
        for (const [surface, { shown, missing }] of Object.entries(report.surfaces)) {
          const visible = visibleOn(surface, events, wordOf).size;
          deepEqual({ surface, shown, missing }, { surface, shown: visible, missing: made - visible });
        }
      }
    },
  }),
  law({
    id: 'O5',
    title: 'a belief changes only by what reached its actor',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const scenario = buildScenario(parts);
      const { lanes, beliefs } = simulate(scenario);
      for (const { name, events } of lanes) {
        for (const [actor, track] of Object.entries(beliefs[name] ?? {})) {
          const alone = createBeliever(kindOf(scenario, actor));
          const heard = events.filter((event) => event.actor === actor).map((event) => alone.hear(event));
          const first = createBeliever(kindOf(scenario, actor)).belief;
          // Whether the belief that it starts with is written down depends on when it is first asked.
          const moves = (beliefs: readonly Belief[]) => withoutRepeats([first, ...beliefs]);
          deepEqual(moves(track.map(({ belief }) => belief)), moves(heard), actor);
        }
      }
    },
  }),
  law({
    id: 'V4',
    title: 'the report of any run is of its schema',
    worlds: 150,
    cases: fc.record({ parts: anyWorld }),
    check({ parts }) {
      const checked = outcomeReportSchema.safeParse(simulate(buildScenario(parts)).report);
      equal(checked.success, true, checked.error?.message);
    },
  }),
];
