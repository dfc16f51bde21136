/** The events and inputs that drive each machine through all of its cells. */

import type { MachineInput } from '../sim/kernel/machine-host.ts';
import { naiveOptionsSchema } from '../sim/lanes/naive-sse/naive-options.ts';
import { resumableOptionsSchema } from '../sim/lanes/resumable-sse/resumable-options.ts';

interface Alphabet {
  readonly inputs: readonly unknown[];
  readonly events: readonly (MachineInput & Readonly<Record<string, unknown>>)[];
}

const PERSON = ['surface.opened', 'surface.closed', 'surface.refreshed'].map((type) => ({ type }));
const TAB = ['surface.hidden', 'surface.shown'].map((type) => ({ type }));
const loaded = [true, false].map((hasAnswer) => ({ type: 'page.loaded', hasAnswer }));
const ANSWER = ['prompt.sent', 'answer.began', 'answer.finished', 'stop.pressed'].map((type) => ({ type }));
const BODY = ['body.ended', 'connection.failed', 'path.healed'].map((type) => ({ type }));

const SWITCHES = [{}, { closePropagated: false }, { signalForwarded: true }, { drained: true }, { onOrphan: 'stall' }];

/** By machine id. */
export const MACHINE_ALPHABETS: Readonly<Record<string, Alphabet>> = {
  'agent-run': {
    inputs: [
      { firstTokenMs: 10, stopLagMs: 0 },
      { firstTokenMs: 10, stopLagMs: 10 },
    ],
    events: [
      ...['run.abort', 'run.stall', 'run.crash', 'approval.ask', 'approval.settle', 'answer.finished'].map((type) => ({
        type,
      })),
      { type: 'tool.call', forMs: 10, ignoresAbort: false },
      { type: 'tool.call', forMs: 10, ignoresAbort: true },
    ],
  },
  'naive-client': {
    inputs: [
      {},
      { retry: 'manual' },
      { retry: 'repost-on-show' },
      { transport: 'event-source' },
      { transport: 'event-source', closeOnDone: false, retry: 'manual' },
    ].map((options) => naiveOptionsSchema.parse(options)),
    events: [
      ...PERSON,
      ...TAB,
      { type: 'page.loaded', hasPrompt: false, hasAnswer: false },
      { type: 'page.loaded', hasPrompt: true, hasAnswer: false },
      { type: 'page.loaded', hasPrompt: true, hasAnswer: true },
      ...ANSWER,
      { type: 'retry.pressed' },
      { type: 'answer.refused' },
      ...BODY,
    ],
  },
  'naive-request': {
    inputs: SWITCHES.map((options) => naiveOptionsSchema.parse(options)),
    events: ['client.gone', 'runs.ended', 'process.died'].map((type) => ({ type })),
  },
  'resumable-client': {
    inputs: [{}, { reconnect: 'on-error' }, { transport: 'event-source' }].map((options) =>
      resumableOptionsSchema.parse(options),
    ),
    events: [
      ...PERSON,
      ...ANSWER,
      ...['surface.shown', 'retry.pressed', 'stop.refused', 'connection.failed', 'request.failed', 'path.healed'].map(
        (type) => ({ type }),
      ),
      ...loaded.flatMap((event) => [true, false].map((mayResume) => ({ ...event, mayResume }))),
      ...['body.ended', 'resume.empty'].flatMap((type) => [true, false].map((hasAnswer) => ({ type, hasAnswer }))),
    ],
  },
  'resumable-stream': {
    inputs: [true, false].map((isKept) => ({ idWriteDelayMs: 10, isKept })),
    events: [
      ...[true, false].map((isWhole) => ({ type: 'stream.ended', isWhole, ttlMs: 10 })),
      { type: 'stream.replaced' },
      { type: 'producer.died', ttlMs: 10 },
    ],
  },
  'session-link': {
    inputs: [{ seam: 'attach-first' }, { seam: 'history-first' }],
    events: [
      ...PERSON,
      { type: 'page.loaded' },
      { type: 'history.read' },
      { type: 'publish.asked' },
      { type: 'session.attached' },
      { type: 'connection.failed', retryMs: 10 },
      { type: 'path.healed', isTold: true },
      { type: 'path.healed', isTold: false },
    ],
  },
  'session-view': {
    inputs: [undefined],
    events: [
      ...PERSON,
      ...ANSWER,
      ...[
        'input.recorded',
        'run.recorded',
        'answer.cancelled',
        'answer.crashed',
        'publish.refused',
        'retry.pressed',
      ].map((type) => ({ type })),
    ],
  },
};
