/** What happens to processes and to the session layer. */

import { describe, expect, test } from 'vitest';
import type { ScriptEntry } from '../scenario/schema.ts';
import { WorldStage, word } from '../testing/world-stage.ts';

/** Two processes behind paths of 20 ms; a prompt starts a run in the process that gets it. */
function twoProcesses(agents: object = {}): WorldStage {
  const stage = new WorldStage({
    server: { processes: 2 },
    agent: { answer: { text: 'w' }, tokens: 5, firstTokenMs: 200, tokenIntervalMs: 100 },
    agents,
  });
  stage.onRequest = ({ process }, packet) => {
    if (packet.kind === 'prompt') stage.agent.start(packet.turn, process ?? 0);
  };
  return stage;
}

const ask = (stage: WorldStage, atMs: number, turn: number): number =>
  stage.at(atMs, () => stage.network.open('laptop', 'chat', { kind: 'prompt', turn }));
const on = { on: 'agent', atMs: 0 } as const;
const operate = (stage: WorldStage, atMs: number, entry: ScriptEntry, index = 0): void =>
  stage.at(atMs, () => stage.operations.take(entry, index));
const processes = (stage: WorldStage): readonly number[] => stage.facts('run.started').map(({ process }) => process);
const logSince = (stage: WorldStage, atMs: number): readonly string[] =>
  stage.log.filter((line) => Number(line.split(' ')[0]) >= atMs);

describe('processes', () => {
  test('[A9] requests go round those that are up; one that is down is passed over, one that stands still is not', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    ask(stage, 1_000, 2);
    operate(stage, 2_000, { ...on, do: 'sleep', forMs: 500 });
    ask(stage, 2_100, 3);
    operate(stage, 5_000, { ...on, do: 'crash' });
    ask(stage, 5_100, 4);
    ask(stage, 5_200, 5);
    stage.runTo(9_000);
    expect(processes(stage)).toEqual([1, 2, 1, 2, 2]);
    expect(stage.times('run.started')).toEqual([20, 1_020, 2_500, 5_120, 5_220]);
  });

  test('[A10] a crash hits the process of the newest run: it ends as crashed, what is under way arrives, then an error', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    const connection = ask(stage, 100, 2);
    stage.at(330, () => {
      const served = stage.network.connection(connection);
      if (served !== undefined) stage.network.sendToSurface(served, word(1));
    });
    operate(stage, 335, { ...on, do: 'crash', forMs: 1_000 });
    stage.runTo(9_000);
    expect(stage.facts('run.ended')).toMatchObject([
      { run: 2, end: 'crashed', tokens: 1, atMs: 335 },
      { run: 1, end: 'complete' },
    ]);
    expect(logSince(stage, 335)).toEqual([
      '335 process 2 down, lost 2',
      '350 laptop gets 1-1 on 2',
      '355 laptop sees 2 failed',
      '620 run 1/0 complete',
      '1335 process 2 up',
    ]);
    expect(stage.network.connection(connection)).toBeUndefined();
  });

  test('[A10] while no process is up a request is refused, and a further crash does nothing', () => {
    const stage = twoProcesses();
    operate(stage, 0, { ...on, do: 'crash' }, 0);
    operate(stage, 0, { ...on, do: 'crash', forMs: 500 }, 1);
    operate(stage, 0, { ...on, do: 'crash' }, 2);
    operate(stage, 0, { ...on, do: 'deploy', forMs: 0 }, 3);
    ask(stage, 100, 1);
    ask(stage, 1_000, 2);
    stage.runTo(9_000);
    expect(stage.facts('action.ignored').map(({ verb, reason }) => `${verb}: ${reason}`)).toEqual([
      'crash: no process is up',
      'deploy: no process is up',
    ]);
    expect(stage.log).toContain('140 laptop sees 1 failed');
    expect(processes(stage)).toEqual([2]);
  });

  test('[A11] a deploy: a new process takes new work at once, the old one has its grace, then ends as in a crash', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    operate(stage, 100, { ...on, do: 'deploy', forMs: 300 });
    ask(stage, 150, 2);
    ask(stage, 160, 3);
    stage.runTo(9_000);
    expect(processes(stage)).toEqual([1, 3, 2]);
    expect(stage.facts('process.up')).toMatchObject([{ process: 3, after: 'deploy', atMs: 100 }]);
    expect(stage.facts('run.ended')).toMatchObject([{ run: 1, end: 'crashed', atMs: 400 }, {}, {}]);
    expect(stage.log).toContain('400 process 1 down, lost 1');
  });

  test('[A11] a run that finishes within the grace is untouched, and a process that dies within it does not come back', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    operate(stage, 100, { ...on, do: 'deploy', forMs: 2_000 }, 0);
    operate(stage, 110, { ...on, do: 'deploy', forMs: 2_000 }, 1);
    stage.runTo(3_000);
    expect(stage.facts('process.deployed').map(({ process }) => process)).toEqual([1, 2]);
    expect(stage.facts('run.ended')).toMatchObject([{ run: 1, end: 'complete', atMs: 620 }]);
    expect(logSince(stage, 2_000)).toEqual([
      '2100 process 1 down, lost',
      '2110 process 2 down, lost',
      // The stage's far end never finished its answer.
      '2120 laptop sees 1 failed',
    ]);

    const dying = twoProcesses();
    ask(dying, 0, 1);
    operate(dying, 100, { ...on, do: 'deploy', forMs: 2_000 }, 0);
    operate(dying, 200, { ...on, do: 'crash', forMs: 300 }, 1);
    dying.runTo(9_000);
    expect(dying.facts('process.crashed')).toMatchObject([{ process: 1, forMs: null }]);
    expect(dying.log.filter((line) => line.includes('process 1'))).toEqual(['200 process 1 down, lost 1']);
  });

  test('[A12] what comes for a process that stands still waits, and is taken in order when its last pause ends', () => {
    const stage = twoProcesses();
    const connection = ask(stage, 0, 1);
    operate(stage, 250, { ...on, do: 'sleep', forMs: 1_000 }, 0);
    operate(stage, 300, { ...on, do: 'sleep', forMs: 500 }, 1);
    stage.at(400, () => {
      const served = stage.network.connection(connection);
      if (served !== undefined) stage.network.hangUp(served, 'by-page');
    });
    stage.runTo(9_000);
    expect(stage.times('token.generated')).toEqual([220, 1_250, 1_350, 1_450, 1_550]);
    expect(stage.facts('process.up')).toMatchObject([{ process: 1, after: 'pause', atMs: 1_250 }]);
    expect(logSince(stage, 250)).toEqual(['1250 server sees 1 end', '1550 run 1/0 complete']);
    expect(stage.network.connection(connection)).toBeUndefined();
  });

  test('[A12] what waited for a process that dies is lost with it, and so is its pause', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    operate(stage, 250, { ...on, do: 'sleep', forMs: 3_000 }, 0);
    operate(stage, 1_000, { ...on, do: 'crash', forMs: 500 }, 1);
    ask(stage, 1_600, 2);
    ask(stage, 1_700, 3);
    stage.runTo(9_000);
    expect(stage.times('token.generated').filter((atMs) => atMs < 1_600)).toEqual([220]);
    expect(processes(stage)).toContain(1);
    expect(stage.facts('run.ended').map(({ run, end }) => `${run} ${end}`)).toEqual([
      '1 crashed',
      '2 complete',
      '3 complete',
    ]);
    expect(stage.facts('process.up').map(({ after }) => after)).toEqual(['crash']);
  });

  test('[A12] a timer that is due during a pause can still be cancelled', () => {
    const stage = twoProcesses();
    ask(stage, 0, 1);
    operate(stage, 100, { ...on, do: 'sleep', forMs: 1_000 }, 0);
    stage.at(600, () => stage.agent.abort(1));
    stage.runTo(9_000);
    expect(stage.facts('run.ended')).toMatchObject([{ end: 'cancelled', tokens: 0, atMs: 600 }]);
    expect(stage.facts('token.generated')).toEqual([]);
  });
});

describe('an outage of the session layer', () => {
  const session = { on: 'session', atMs: 0, do: 'outage' } as const;
  const attach = { kind: 'attach', catchUp: 'resume', after: null, awayMs: 0 } as const;

  test('[A13] ends the connections of the session and refuses new ones until the last outage is over', () => {
    const stage = new WorldStage();
    stage.lane.haveSession();
    stage.at(0, () => stage.network.open('laptop', 'session', attach));
    stage.at(0, () => stage.network.open('laptop', 'chat', { kind: 'load' }));
    operate(stage, 200, { ...session, forMs: 1_000 }, 0);
    operate(stage, 400, { ...session, forMs: 100 }, 1);
    stage.at(600, () => stage.network.open('laptop', 'session', attach));
    stage.at(1_300, () => stage.network.open('laptop', 'session', attach));
    stage.runTo(9_000);
    expect(stage.log).toEqual([
      '20 server gets attach on 1',
      '70 server gets load on 2',
      '200 out',
      '220 laptop sees 1 failed',
      '640 laptop sees 3 failed',
      '1200 back',
      '1320 server gets attach on 4',
    ]);
    expect(stage.times('outage.ended')).toEqual([1_200]);
  });

  test('[A13] is refused with a reason in a lane without one', () => {
    const stage = new WorldStage();
    stage.at(0, () => stage.network.open('laptop', 'session', attach));
    operate(stage, 200, { ...session, forMs: 1_000 });
    stage.runTo(9_000);
    expect(stage.facts('action.ignored')).toMatchObject([{ verb: 'outage', reason: 'this lane has no session layer' }]);
    expect(stage.log).toEqual(['20 server gets attach on 1']);
  });
});
