/** What lanes without a session lose: what was cut, and never a token more. */

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { causesOf } from '../../protocol/causes.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../build-scenario.ts';
import { simpleLinksIn } from '../worlds/arbitrary-world.ts';
import { cutWorld, cutWorldWithReload, singleCut, tokensThatPass } from '../worlds/single-cut.ts';
import { law } from './law.ts';
import type { Law } from './law.ts';

const PIPES = ['naive-sse', 'resumable-sse'] as const;
const pipe = fc.constantFrom(...PIPES);

type Tokens = Pick<Extract<TraceEvent, { readonly type: 'tokens.shown' }>, 'run' | 'from' | 'to'>;

const has = ({ run, from, to }: Tokens, ofRun: number, token: number): boolean =>
  run === ofRun && from <= token && token <= to;

/** The connection whose request started a run, and the surface that made it. */
function askerOf(
  { events }: LaneTrace,
  started: TraceEvent,
): { readonly connection: number; readonly surface: string } {
  const opened = causesOf(events, started.id).find((cause) => cause.type === 'connection.opened');
  ok(opened?.type === 'connection.opened', `e${started.id} starts a run that no request asked for`);
  return { connection: opened.connection, surface: opened.actor };
}

/** How often a token was shown live, lost on its way, or made after the far end knew that nobody listens. */
function fatesOf(trace: LaneTrace, run: number, token: number, asker: ReturnType<typeof askerOf>): readonly string[] {
  const { connection, surface } = asker;
  const noticed = trace.events.find((event) => event.type === 'connection.noticed' && event.connection === connection);
  return trace.events.flatMap((event) => {
    if (event.type === 'tokens.shown')
      return event.actor === surface && event.via === 'live' && has(event, run, token) ? ['shown'] : [];
    if (event.type === 'tokens.lost') return event.connection === connection && has(event, run, token) ? ['lost'] : [];
    const isMade = event.type === 'token.generated' && event.run === run && event.token === token;
    return isMade && noticed !== undefined && noticed.id < event.id ? ['unsent'] : [];
  });
}

export const LOSS_LAWS: readonly Law[] = [
  law({
    id: 'P1',
    title: 'a pipe shows exactly the tokens that passed before its one cut, and the run goes on',
    worlds: 400,
    cases: fc.record({ lane: pipe, cut: singleCut }).map(({ lane, cut }) => ({ parts: cutWorld(lane, cut), cut })),
    check({ parts, cut }) {
      for (const { surfaces, agent } of Object.values(simulate(buildScenario(parts)).report.lanes)) {
        equal(agent.generated, cut.tokens);
        equal(surfaces['laptop']?.shown, tokensThatPass(cut));
        equal(surfaces['laptop'].missing, cut.tokens - tokensThatPass(cut));
        equal(surfaces['laptop'].duplicated, 0);
      }
    },
  }),
  law({
    id: 'P2',
    title: 'the session shows every token whatever its one cut is',
    worlds: 200,
    cases: singleCut.map((cut) => ({ parts: cutWorld('durable-session', cut), cut })),
    check({ parts, cut }) {
      for (const { surfaces } of Object.values(simulate(buildScenario(parts)).report.lanes)) {
        equal(surfaces['laptop']?.shown, cut.tokens);
        equal(surfaces['laptop'].duplicated, 0);
      }
    },
  }),
  law({
    id: 'P3',
    title:
      'in a pipe each token has one fate: shown, lost on its way, or made when the far end knew that nobody listens',
    worlds: 200,
    cases: fc.record({ lane: pipe }).chain(({ lane }) => fc.record({ parts: simpleLinksIn(lane) })),
    check({ parts }) {
      for (const trace of simulate(buildScenario(parts)).lanes) {
        // A page that loads late may find the whole answer in the history before the pipe brings it.
        fc.pre(trace.events.every((event) => event.type !== 'tokens.shown' || event.via === 'live'));
        for (const started of trace.events) {
          if (started.type !== 'run.started') continue;
          const asker = askerOf(trace, started);
          for (const made of trace.events) {
            if (made.type !== 'token.generated' || made.run !== started.run) continue;
            const fates = fatesOf(trace, made.run, made.token, asker);
            deepEqual(fates.length, 1, `token ${made.token} of run ${made.run} was: ${fates.join(', ')}`);
          }
        }
      }
    },
  }),
  law({
    id: 'P4',
    title: 'in a pipe no token is lost but by a fault of its link, or by a surface that went away',
    worlds: 200,
    cases: fc.record({ lane: pipe }).chain(({ lane }) => fc.record({ parts: simpleLinksIn(lane) })),
    check({ parts }) {
      for (const { events } of simulate(buildScenario(parts)).lanes) {
        for (const lost of events) {
          if (lost.type !== 'tokens.lost') continue;
          const isCut = events.some(
            (event) => event.id < lost.id && event.type === 'fault.began' && event.actor === lost.actor,
          );
          ok(isCut, `e${lost.id}: tokens ${lost.from} to ${lost.to} are lost, and nothing was cut`);
        }
      }
    },
  }),
  law({
    id: 'P5',
    title:
      'a resumable lane that is loaded again after its cut shows every token, but for the seam between history and resume',
    worlds: 200,
    cases: fc
      .record({ cut: singleCut, laterMs: fc.integer({ min: 1, max: 4_000 }) })
      .map(({ cut, laterMs }) => ({ parts: cutWorldWithReload('resumable-sse', cut, laterMs), cut, laterMs })),
    check({ parts, cut }) {
      const run = simulate(buildScenario(parts));
      for (const { name, events } of run.lanes) {
        const ended = events.find((event) => event.type === 'run.ended');
        const read = events.findLast((event) => event.type === 'message.sent' && event.kind === 'history');
        const asked = events.findLast((event) => event.type === 'message.delivered' && event.kind === 'resume');
        fc.pre(ended !== undefined && read !== undefined && asked !== undefined);
        fc.pre(ended.id < read.id || ended.id > asked.id);
        equal(run.report.lanes[name]?.surfaces['laptop']?.shown, cut.tokens);
      }
    },
  }),
];
