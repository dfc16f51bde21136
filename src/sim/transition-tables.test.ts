import { expect, test } from 'vitest';
import { exploreMachine } from '../testing/explore-machine.ts';
import type { TransitionTable } from '../testing/explore-machine.ts';
import { MACHINE_ALPHABETS } from '../testing/machine-alphabets.ts';
import { readSourceFiles } from '../testing/source-files.ts';
import type { MachineCell } from './kernel/machine-host.ts';
import { agentRunMachine } from './agent/agent-run.machine.ts';
import { AGENT_RUN_TABLE } from './agent/agent-run.table.ts';
import { sessionLinkMachine } from './lanes/durable-session/session-link.machine.ts';
import { SESSION_LINK_TABLE } from './lanes/durable-session/session-link.table.ts';
import { sessionViewMachine } from './lanes/durable-session/session-view.machine.ts';
import { SESSION_VIEW_TABLE } from './lanes/durable-session/session-view.table.ts';
import { naiveClientMachine } from './lanes/naive-sse/naive-client.machine.ts';
import { NAIVE_CLIENT_TABLE } from './lanes/naive-sse/naive-client.table.ts';
import { naiveRequestMachine } from './lanes/naive-sse/naive-request.machine.ts';
import { NAIVE_REQUEST_TABLE } from './lanes/naive-sse/naive-request.table.ts';
import { resumableClientMachine } from './lanes/resumable-sse/resumable-client.machine.ts';
import { RESUMABLE_CLIENT_TABLE } from './lanes/resumable-sse/resumable-client.table.ts';
import { resumableStreamMachine } from './lanes/resumable-sse/resumable-stream.machine.ts';
import { RESUMABLE_STREAM_TABLE } from './lanes/resumable-sse/resumable-stream.table.ts';

const MACHINES: readonly (readonly [string, MachineCell['machine'], TransitionTable])[] = [
  ['agent-run', agentRunMachine, AGENT_RUN_TABLE],
  ['naive-client', naiveClientMachine, NAIVE_CLIENT_TABLE],
  ['naive-request', naiveRequestMachine, NAIVE_REQUEST_TABLE],
  ['resumable-client', resumableClientMachine, RESUMABLE_CLIENT_TABLE],
  ['resumable-stream', resumableStreamMachine, RESUMABLE_STREAM_TABLE],
  ['session-link', sessionLinkMachine, SESSION_LINK_TABLE],
  ['session-view', sessionViewMachine, SESSION_VIEW_TABLE],
];

test.each(MACHINES)(
  '[M1] the machine %s does in every state and for every event what its table says',
  (id, machine, table) => {
    const alphabet = MACHINE_ALPHABETS[id];
    expect(alphabet && exploreMachine(machine, alphabet.inputs, alphabet.events)).toEqual(table);
  },
);

test('[M1] every machine has its table beside it, and a test that holds the two together', () => {
  const files = readSourceFiles();
  const tests = files.filter(({ isTest }) => isTest);
  const machines = files.flatMap(({ path }) => (path.endsWith('.machine.ts') ? [path.replace('.machine.ts', '')] : []));
  const isHeld = (machine: string): boolean =>
    tests.some(({ imports }) =>
      ['.machine.ts', '.table.ts'].every((end) => imports.some(({ module }) => module === `${machine}${end}`)),
    );
  expect(machines.length).toBeGreaterThanOrEqual(MACHINES.length);
  expect(machines.filter((machine) => !isHeld(machine))).toEqual([]);
});
