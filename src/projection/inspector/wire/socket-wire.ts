/** The wire of a socket without a log: small JSON texts in WebSocket frames. The notation is our own. */

import { assertNever } from '../../../base/assert.ts';
import type { ActorName, EventId, TraceEvent } from '../../../protocol/trace-event.ts';
import { fetchedHistory, requestFor, savedHistory } from './http-requests.ts';
import { httpRequest, httpResponse } from './http-text.ts';
import { actOf, promptBefore, textOf } from './what-was-said.ts';
import { framed, gap, said, silent } from './wire.ts';
import type { EventOf, MessageEvent, Wire, WireContext } from './wire.ts';

const OWN = 'The notation is our own. Two to eight bytes of framing before each text are not shown.';

/** `null` for an event that is no message. */
export function socketWire(context: WireContext, event: TraceEvent): Wire | null {
  switch (event.type) {
    case 'connection.opening':
    case 'connection.waiting':
      return event.purpose === 'session' ? upgrade() : requestFor(context, event.purpose, event.actor, event.id);
    case 'connection.opened':
      return event.purpose === 'session' ? accepted() : silent('The connection stands; the answer comes in one piece.');
    case 'connection.closed':
      return event.how === 'failed'
        ? silent(`Nothing is written: ${event.reason}.`)
        : silent('A close of the connection, without a message of the application.');
    case 'message.sent':
    case 'message.delivered':
    case 'message.lost':
      return message(context, event);
    case 'tokens.shown':
      return event.via === 'history' ? fetchedHistory(context, event) : frames(context, event);
    case 'tokens.lost':
      return frames(context, event, 'They were written, and never arrived: nothing keeps them.');
    default:
      return null;
  }
}

function upgrade(): Wire {
  const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  return said('Request', httpRequest('GET', `/socket/${gap('chat')}`, { ...headers, 'sec-websocket-key': gap('key') }));
}

function accepted(): Wire {
  const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-accept': gap('key') };
  return said('Head of the answer', httpResponse('101 Switching Protocols', headers));
}

function message(context: WireContext, event: MessageEvent): Wire {
  const surface = event.type === 'message.delivered' ? event.from : event.actor;
  switch (event.kind) {
    case 'load':
    case 'wake-up':
      return requestFor(context, event.kind, surface, event.id);
    case 'history':
      return savedHistory(context, event);
    case 'attach':
      return frame({ type: 'join', chat: gap('chat') });
    case 'prompt':
    case 'stop':
    case 'steer':
    case 'approval':
    case 'takeover':
      return frame(actFrame(context, surface, event.id));
    case 'finish':
      return frame({ type: 'finish', run: gap('run') });
    case 'reply':
      return frame({ type: 'ok' }, 'An acknowledgement, a tool, a question, or a sign of life.');
    case 'hang-up':
      return silent('A close frame, without a message of the application.');
    case 'resume':
    case 'nothing':
      return silent('This lane has no message for it.');
    default:
      return assertNever(event.kind);
  }
}

function actFrame(context: WireContext, surface: ActorName, id: EventId): unknown {
  const act = actOf(context.trace, id, [
    'prompt.sent',
    'retry.pressed',
    'stop.pressed',
    'steer.sent',
    'approval.given',
  ]);
  switch (act?.type) {
    case 'stop.pressed':
      return { type: 'stop', run: act.turn === null ? null : gap('run') };
    case 'steer.sent':
      return { type: 'steer', text: act.text };
    case 'approval.given':
      return { type: 'approval', approved: act.answer === 'approve' };
    case 'prompt.sent':
    case 'retry.pressed':
    case undefined:
      return { type: 'prompt', text: promptBefore(context, surface, id)?.text ?? '' };
    default:
      return assertNever(act);
  }
}

function frames(
  context: WireContext,
  event: EventOf<'tokens.shown' | 'tokens.lost'>,
  ...remarks: readonly string[]
): Wire {
  const { run, from, to } = event;
  const texts = textOf(context, run, from, to).map((word) => JSON.stringify({ type: 'text', run, delta: `${word} ` }));
  return framed(from === to ? 'Frame' : `${texts.length} frames, a line each`, texts, ...remarks, OWN);
}

function frame(content: unknown, ...remarks: readonly string[]): Wire {
  return said('Frame', JSON.stringify(content), ...remarks, OWN);
}
