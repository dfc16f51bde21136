/** What the network does beside faults: latency that changes, ends that are gone. */

import { describe, expect, test } from 'vitest';
import { WorldStage, word } from '../../testing/world-stage.ts';
import type { Connection } from './connection.ts';
import { beginFault } from './path-faults.ts';

function opened(): { readonly stage: WorldStage; readonly connection: Connection } {
  const stage = new WorldStage({ network: { latencyMs: 100 }, horizonMs: 3_600_000 });
  const id = stage.network.open('laptop', 'chat', { kind: 'prompt', turn: 1 });
  const connection = stage.network.connection(id);
  if (connection === undefined) throw new Error('it was opened');
  return { stage, connection };
}

test('[L12] a latency that is set holds for what is sent from then on, and nothing overtakes', () => {
  const { stage, connection } = opened();
  const latency = (latencyMs: number): void =>
    stage.operations.take({ atMs: 0, on: 'network', do: 'latency', latencyMs }, 0);
  stage.at(1_000, () => [stage.network.sendToSurface(connection, word(1)), latency(10)]);
  stage.at(1_050, () => stage.network.sendToSurface(connection, word(2)));
  stage.at(2_000, () => [latency(400), stage.network.sendToSurface(connection, word(3))]);
  stage.runTo(5_000);
  expect(stage.log.slice(1)).toEqual([
    '1100 laptop gets 1-1 on 1',
    '1100 laptop gets 2-2 on 1',
    '2400 laptop gets 3-3 on 1',
  ]);
});

describe('an end that is gone', () => {
  test('[L13] what comes to a far end that has gone is lost, and answered with an error', () => {
    const { stage, connection } = opened();
    stage.at(1_000, () => stage.network.abandon(connection));
    stage.at(2_000, () => stage.network.sendToServer(connection, { kind: 'stop', turn: 1, run: 1 }));
    stage.runTo(5_000);
    expect(stage.log.slice(1)).toEqual(['2200 laptop sees 1 failed']);
    expect(stage.facts('message.lost')).toMatchObject([{ kind: 'stop', atMs: 2_100 }]);
    expect(stage.facts('message.delivered').map(({ kind }) => kind)).toEqual(['prompt']);
    expect(stage.network.connection(1)).toBeUndefined();
  });

  test('[L13] a hang-up that finds nobody changes nothing', () => {
    const { stage, connection } = opened();
    stage.at(1_000, () => stage.network.failFromServer(connection, 'the process died'));
    stage.at(1_050, () => stage.network.hangUp(connection, 'by-page'));
    stage.runTo(5_000);
    expect(stage.log).toEqual(['100 server gets prompt on 1']);
    expect(stage.network.connection(1)).toBeUndefined();
  });

  test('[L13] the end of a process does not reach a surface over a silent path before it heals', () => {
    const { stage, connection } = opened();
    stage.at(1_000, () => beginFault(stage.network, 'laptop', 0, 'silent', 5_000));
    stage.at(2_000, () => stage.network.failFromServer(connection, 'the process died'));
    stage.runTo(20_000);
    // Lost at 2 s, sent again at 2 + 6.2 s.
    expect(stage.log.slice(1)).toEqual(['8300 laptop sees 1 failed']);
  });
});

test('[L4] a far end whose words were taken after a first silence has its whole patience for a second one', () => {
  const { stage, connection } = opened();
  stage.at(1_000, () => beginFault(stage.network, 'laptop', 0, 'silent', 2_000));
  stage.at(1_500, () => stage.network.sendToSurface(connection, word(1)));
  stage.at(900_000, () => beginFault(stage.network, 'laptop', 1, 'silent', null));
  stage.at(930_000, () => stage.network.sendToSurface(connection, word(2)));
  stage.runTo(3_000_000);
  expect(stage.log.filter((line) => line.includes('server sees'))).toEqual([`${930_000 + 939_000} server sees 1 end`]);
});
