/** Six places over HTTP/1.1, and who waits for them. */

import { describe, expect, test } from 'vitest';
import { WorldStage } from '../../testing/world-stage.ts';
import type { Transport } from './connection.ts';
import { beginFault } from './path-faults.ts';

const SURFACES = { laptop: {}, second: {}, phone: { kind: 'device' } };

/** Two tabs of one browser and a phone; the laptop holds `taken` answers open. */
function browsers(taken: number, protocol = 'http1'): WorldStage {
  const stage = new WorldStage({ surfaces: SURFACES, browser: { protocol }, network: { latencyMs: 10 } });
  for (let turn = 1; turn <= taken; turn += 1) open(stage, turn % 2 === 0 ? 'second' : 'laptop');
  return stage;
}

const open = (stage: WorldStage, surface: string, transport?: Transport): number =>
  stage.network.open(surface, 'chat', { kind: 'prompt', turn: 1 }, transport);
const end = (stage: WorldStage, atMs: number, id: number): void =>
  stage.at(atMs, () => {
    const connection = stage.network.connection(id);
    if (connection !== undefined) stage.network.respond(connection, { kind: 'ok' });
  });
const waiting = (stage: WorldStage): readonly number[] =>
  stage.facts('connection.waiting').map(({ connection }) => connection);
const begun = (stage: WorldStage, id: number): number | undefined =>
  stage.facts('connection.opened').find(({ connection }) => connection === id)?.atMs;

describe('the browser’s connections', () => {
  test('[L10] six for all tabs over HTTP/1.1: the seventh waits in silence until one ends, a stop request too', () => {
    const stage = browsers(6);
    const seventh = open(stage, 'laptop');
    const stop = stage.network.open('second', 'stop', { kind: 'stop', turn: 1, run: 1 });
    stage.runTo(5_000);
    expect(waiting(stage)).toEqual([seventh, stop]);
    expect(stage.log).toHaveLength(6);
    end(stage, 5_000, 1);
    end(stage, 6_000, 2);
    stage.runTo(9_000);
    // The answer's end takes one way to come, the request one way to go.
    expect([begun(stage, seventh), begun(stage, stop)]).toEqual([5_020, 6_020]);
  });

  test('[L10] a device has places of its own, and a WebSocket takes none', () => {
    const stage = browsers(6);
    open(stage, 'phone');
    open(stage, 'laptop', 'websocket');
    stage.runTo(1_000);
    expect(waiting(stage)).toEqual([]);
    expect(stage.log).toHaveLength(8);
  });

  test('[L10] over HTTP/2 it is the 101st that waits', () => {
    const stage = browsers(102, 'http2');
    stage.runTo(1_000);
    expect(waiting(stage)).toEqual([101, 102]);
  });

  test('[L10] nobody overtakes one that waits', () => {
    const stage = browsers(6);
    const seventh = open(stage, 'laptop');
    stage.at(100, () => {
      const first = stage.network.connection(1);
      if (first !== undefined) stage.network.hangUp(first, 'by-page');
      open(stage, 'laptop');
    });
    stage.runTo(1_000);
    expect(waiting(stage)).toEqual([seventh, 8]);
    expect([begun(stage, seventh), begun(stage, 8)]).toEqual([110, undefined]);
  });

  test('[L10] one that waits can be hung up, and the next one takes its turn', () => {
    const stage = browsers(6);
    const [seventh, eighth] = [open(stage, 'laptop'), open(stage, 'second')];
    stage.at(100, () => {
      for (const id of [seventh, 1]) {
        const connection = stage.network.connection(id);
        if (connection !== undefined) stage.network.hangUp(connection, 'by-tab');
      }
    });
    stage.runTo(1_000);
    expect(stage.network.connection(seventh)).toBeUndefined();
    expect([begun(stage, seventh), begun(stage, eighth)]).toEqual([undefined, 110]);
    expect(stage.log.filter((line) => line.includes(`${seventh}`))).toEqual([]);
  });

  test('[L10] without a network one that waits fails at once; any other fault lets it wait', () => {
    const stage = browsers(6);
    const [seventh, eighth] = [open(stage, 'laptop'), open(stage, 'second')];
    stage.at(100, () => beginFault(stage.network, 'second', 0, 'silent', null));
    stage.at(200, () => beginFault(stage.network, 'laptop', 1, 'offline', null));
    stage.runTo(500);
    expect(stage.log).toContain(`200 laptop sees ${seventh} failed`);
    expect(stage.network.connection(seventh)).toBeUndefined();
    // Three places of the laptop are free now; the way of the other tab is silent.
    expect(stage.network.connection(eighth)).toMatchObject({ waiting: null, serverEnd: 'unborn', surfaceEnd: 'open' });
  });
});
