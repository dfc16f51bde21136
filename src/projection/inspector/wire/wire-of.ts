/** The bytes of an event in the form of its lane, and what of them is known. */

import { assertNever } from '../../../base/assert.ts';
import type { WireStyle } from '../../../protocol/inspector-facts.ts';
import type { LaneTrace, TraceEvent } from '../../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../../scenario/compiled-scenario.ts';
import { pipeWire } from './pipe-wire.ts';
import { sessionWire } from './session-wire.ts';
import { socketWire } from './socket-wire.ts';
import type { Wire, WireContext } from './wire.ts';

/** Where the forms come from, and when that was read. */
export const WIRE_SOURCES: Readonly<Record<WireStyle, readonly { readonly title: string; readonly url: string }[]>> = {
  pipe: [
    { title: 'AI SDK 7, Stream protocols', url: 'https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol' },
    { title: 'Server-sent events', url: 'https://html.spec.whatwg.org/multipage/server-sent-events.html' },
  ],
  session: [
    {
      title: 'Durable Streams, protocol 1.0',
      url: 'https://github.com/durable-streams/durable-streams/blob/main/PROTOCOL.md',
    },
    { title: 'The WebSocket protocol', url: 'https://www.rfc-editor.org/rfc/rfc6455' },
  ],
  socket: [{ title: 'The WebSocket protocol', url: 'https://www.rfc-editor.org/rfc/rfc6455' }],
};
export const WIRE_AS_OF = '2026-11-25';

/** `null` for an event that is no message, such as a state that was entered. */
export function wireOf(style: WireStyle, trace: LaneTrace, scenario: CompiledScenario, event: TraceEvent): Wire | null {
  const options = scenario.lanes.find(({ name }) => name === trace.name)?.options ?? {};
  const context: WireContext = { trace, scenario, options };
  switch (style) {
    case 'pipe':
      return pipeWire(context, event);
    case 'session':
      return sessionWire(context, event);
    case 'socket':
      return socketWire(context, event);
    default:
      return assertNever(style);
  }
}
