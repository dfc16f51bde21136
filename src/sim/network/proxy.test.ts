/** The proxy in the middle of every path: what it ends, how, and what it keeps back. */

import { describe, expect, test } from 'vitest';
import { WorldStage, word } from '../../testing/world-stage.ts';
import type { Connection, Transport } from './connection.ts';
import type { ToSurfacePacket } from './packet.ts';
import { beginFault } from './path-faults.ts';
import { setProxyBuffer, setProxyLimit } from './proxy.ts';

/** A surface 100 ms away, with one connection that was opened at 0. */
function opened(proxy: object, transport: Transport = 'http'): WorldStage {
  const stage = new WorldStage({ network: { latencyMs: 100 }, proxy, horizonMs: 3_600_000 });
  stage.network.open('laptop', 'chat', { kind: 'prompt', turn: 1 }, transport);
  return stage;
}

function connection(stage: WorldStage, id = 1): Connection {
  const found = stage.network.connection(id);
  if (found === undefined) throw new Error(`connection ${id} is there`);
  return found;
}

const answer = (stage: WorldStage, atMs: number, packet: ToSurfacePacket): void =>
  stage.at(atMs, () => stage.network.sendToSurface(connection(stage), packet));
const say = (stage: WorldStage, atMs: number): void =>
  stage.at(atMs, () => stage.network.sendToServer(connection(stage), { kind: 'stop', turn: 1, run: 1 }));
const lost = (stage: WorldStage): readonly string[] =>
  stage.facts('tokens.lost').map(({ atMs, from, to }) => `${atMs} ${from}-${to}`);

describe('the idle time-out', () => {
  test.each([60_000, 100_000, 300_000])(
    '[L6] ends what has been quiet for %i ms, counted in the middle',
    (idleTimeoutMs) => {
      const stage = opened({ idleTimeoutMs });
      stage.runTo(idleTimeoutMs * 3);
      // The request passes the middle after 50 ms; both ends are half a path away.
      expect(stage.times('proxy.cut')).toEqual([50 + idleTimeoutMs]);
      expect(stage.log).toEqual([
        '100 server gets prompt on 1',
        `${50 + idleTimeoutMs} laptop sees 1 failed`,
        `${100 + idleTimeoutMs} server sees 1 end`,
      ]);
    },
  );

  test('[L6] signs of life keep it off, from either end', () => {
    const stage = opened({ idleTimeoutMs: 60_000 });
    for (let atMs = 15_000; atMs <= 120_000; atMs += 15_000) answer(stage, atMs, { kind: 'heartbeat' });
    say(stage, 170_000);
    stage.runTo(400_000);
    expect(stage.times('proxy.cut')).toEqual([170_050 + 60_000]);
  });

  test('[L6] what is lost in a silent path passes nothing: the far end hears of the cut, the surface cannot', () => {
    const stage = opened({ idleTimeoutMs: 60_000 });
    stage.at(10_000, () => beginFault(stage.network, 'laptop', 0, 'silent', 80_000));
    answer(stage, 30_000, word(1));
    stage.runTo(100_000);
    expect(stage.times('proxy.cut')).toEqual([60_050]);
    expect(stage.log.slice(1)).toEqual(['60100 server sees 1 end']);
    expect(lost(stage)).toEqual(['60050 1-1']);
    // It finds out when it writes into the healed path.
    say(stage, 110_000);
    stage.runTo(200_000);
    expect(stage.log.slice(2)).toEqual(['110100 laptop sees 1 failed']);
  });

  test('[L6] a surface that went offline without a word is told of by the proxy, long before a write fails', () => {
    const stage = opened({ idleTimeoutMs: 60_000 });
    stage.at(10_000, () => beginFault(stage.network, 'laptop', 0, 'offline', null));
    stage.runTo(900_000);
    expect(stage.log.slice(1)).toEqual(['10000 laptop sees 1 failed', '60100 server sees 1 end']);
  });

  test('[L6] a request that has not reached the middle is not quiet', () => {
    const stage = new WorldStage({ network: { latencyMs: 100 }, proxy: { idleTimeoutMs: 5_000 } });
    stage.at(0, () => beginFault(stage.network, 'laptop', 0, 'silent', 10_500));
    stage.at(0, () => stage.network.open('laptop', 'chat', { kind: 'prompt', turn: 1 }));
    stage.runTo(14_000);
    expect([stage.log, stage.facts('proxy.cut')]).toEqual([['11100 server gets prompt on 1'], []]);
    stage.runTo(20_000);
    expect(stage.times('proxy.cut')).toEqual([16_050]);
  });

  test('[L6] a limit that is set again counts anew, once', () => {
    const stage = opened({ idleTimeoutMs: 60_000 });
    stage.at(1_000, () => setProxyLimit(stage.network, 'idle-timeout', 60_000, 'close'));
    stage.at(2_000, () => setProxyLimit(stage.network, 'idle-timeout', 20_000, 'close'));
    stage.at(3_000, () => setProxyLimit(stage.network, 'idle-timeout', 30_000, 'close'));
    stage.runTo(200_000);
    expect(stage.times('proxy.cut')).toEqual([30_050]);
    expect(stage.log.slice(1)).toEqual(['30100 laptop sees 1 end', '30100 server sees 1 end']);
  });
});

test('[L7] the cap on age ends what is alive, signs of life or not', () => {
  const stage = opened({ durationCapMs: 120_000 });
  for (let atMs = 15_000; atMs <= 105_000; atMs += 15_000) answer(stage, atMs, { kind: 'heartbeat' });
  stage.runTo(400_000);
  expect(stage.facts('proxy.cut')).toMatchObject([{ setting: 'duration-cap', atMs: 120_050 }]);
});

test('[L7] an answer that has passed as a whole is not cut on its last half of the way', () => {
  const stage = opened({ durationCapMs: 10_000 });
  stage.at(9_960, () => stage.network.respond(connection(stage), { kind: 'finish', run: 1, end: 'complete' }));
  stage.runTo(20_000);
  expect([stage.log.slice(1), stage.facts('proxy.cut')]).toEqual([['10060 laptop gets finish on 1'], []]);
});

test('[L7] each limit has a cut of its own', () => {
  const stage = opened({});
  stage.at(1_000, () => setProxyLimit(stage.network, 'duration-cap', 20_000, 'close'));
  stage.at(1_000, () => setProxyLimit(stage.network, 'idle-timeout', 60_000, 'reset'));
  stage.runTo(100_000);
  expect(stage.log.slice(1)).toEqual(['20100 laptop sees 1 end', '20100 server sees 1 end']);
});

describe('the form of a cut', () => {
  test('[L8] close: what is past the middle arrives, then a proper end', () => {
    const stage = opened({ durationCapMs: 10_000, cut: 'close' });
    answer(stage, 9_990, word(1));
    answer(stage, 10_010, word(2));
    stage.runTo(20_000);
    expect(stage.log.slice(1)).toEqual([
      '10090 laptop gets 1-1 on 1',
      '10100 laptop sees 1 end',
      '10100 server sees 1 end',
    ]);
    expect(lost(stage)).toEqual(['10050 2-2']);
  });

  test('[L8] error-page: stands in for an answer of which nothing has passed', () => {
    const stage = opened({ durationCapMs: 10_000, cut: 'error-page' });
    answer(stage, 10_010, word(1));
    stage.runTo(20_000);
    expect(stage.log.slice(1)).toEqual(['10100 server sees 1 end', '10100 laptop gets error-page on 1']);
    expect(stage.facts('connection.closed')).toMatchObject([{ how: 'end' }]);
    expect(lost(stage)).toEqual(['10050 1-1']);
  });

  test.each<readonly [what: string, atMs: number | null, transport: Transport]>([
    ['after the first byte', 9_990, 'http'],
    ['for a WebSocket', null, 'websocket'],
  ])('[L8] error-page: %s it is a reset', (_, atMs, transport) => {
    const stage = opened({ durationCapMs: 10_000, cut: 'error-page' }, transport);
    if (atMs !== null) answer(stage, atMs, word(1));
    stage.runTo(20_000);
    expect(stage.log).toContain('10050 laptop sees 1 failed');
    expect(stage.log.join()).not.toContain('error-page');
  });
});

describe('a proxy that buffers', () => {
  const buffering = (forMs: number | null, untilBytes: number | null): WorldStage => {
    const stage = opened({});
    stage.at(1_000, () => setProxyBuffer(stage.network, forMs, untilBytes));
    for (let token = 1; token <= 4; token += 1) answer(stage, 1_000 + 100 * token, word(token));
    return stage;
  };

  test('[L9] keeps an answer back for its time, then lets it through', () => {
    const stage = buffering(300, null);
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual([
      '1400 laptop gets 1-1 on 1',
      '1400 laptop gets 2-2 on 1',
      '1400 laptop gets 3-3 on 1',
      '1500 laptop gets 4-4 on 1',
    ]);
  });

  test('[L9] keeps it back until so many bytes have come together, and again', () => {
    const stage = buffering(null, 116);
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual(
      [1_300, 1_300, 1_500, 1_500].map((atMs, at) => `${atMs} laptop gets ${at + 1}-${at + 1} on 1`),
    );
  });

  test('[L9] lets a complete answer go', () => {
    const stage = buffering(null, null);
    stage.at(2_000, () => stage.network.respond(connection(stage), { kind: 'finish', run: 1, end: 'complete' }));
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual([
      ...[1, 2, 3, 4].map((token) => `2100 laptop gets ${token}-${token} on 1`),
      '2100 laptop gets finish on 1',
    ]);
    expect(stage.network.connection(1)).toBeUndefined();
  });

  test('[L9] a buffer that is set anew keeps what it has for the new time', () => {
    const stage = buffering(450, null);
    stage.at(1_420, () => setProxyBuffer(stage.network, 1_000, null));
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual([1, 2, 3, 4].map((token) => `2520 laptop gets ${token}-${token} on 1`));
  });

  test.each(['reset', 'offline', 'close'] as const)('[L9] what it keeps is lost with its connection: %s', (how) => {
    const stage = buffering(null, null);
    stage.at(2_000, () => beginFault(stage.network, 'laptop', 0, how, null));
    stage.runTo(5_000);
    expect(lost(stage)).toEqual([1, 2, 3, 4].map((token) => `2000 ${token}-${token}`));
  });

  test('[L9] what it keeps is lost when the far end dies, and it counts as traffic until then', () => {
    const stage = buffering(null, null);
    stage.at(2_000, () => stage.network.failFromServer(connection(stage), 'the process died'));
    stage.runTo(5_000);
    expect(lost(stage)).toHaveLength(4);
    expect(stage.log.slice(1)).toEqual(['2100 laptop sees 1 failed']);

    const quiet = buffering(null, null);
    quiet.at(1_500, () => setProxyLimit(quiet.network, 'idle-timeout', 3_000, 'reset'));
    quiet.runTo(9_000);
    expect(quiet.times('proxy.cut')).toEqual([1_450 + 3_000]);
  });

  test('[L9] a WebSocket passes', () => {
    const stage = opened({}, 'websocket');
    stage.at(1_000, () => setProxyBuffer(stage.network, 5_000, null));
    answer(stage, 1_100, word(1));
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual(['1200 laptop gets 1-1 on 1']);
  });
});
