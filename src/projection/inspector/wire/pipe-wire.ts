/** The wire of a lane that streams an answer as the body of a response: server-sent events over HTTP/1.1. */

import { assertNever } from '../../../base/assert.ts';
import type { ConnectionPurpose, TraceEvent } from '../../../protocol/trace-event.ts';
import { fetchedHistory, requestFor, savedHistory } from './http-requests.ts';
import { httpResponse } from './http-text.ts';
import {
  endOfAnswer,
  LAST_CHUNK,
  sseEvent,
  startOfAnswer,
  STREAM_HEADERS,
  wordsOfAnswer,
} from './ui-message-stream.ts';
import { purposeOf, textOf } from './what-was-said.ts';
import { said, silent, gap } from './wire.ts';
import type { EventOf, MessageEvent, Wire, WireContext } from './wire.ts';

/** `null` for an event that is no message. */
export function pipeWire(context: WireContext, event: TraceEvent): Wire | null {
  switch (event.type) {
    case 'connection.opening':
    case 'connection.waiting':
      return requestFor(context, event.purpose, event.actor, event.id);
    case 'connection.opened':
      return headOf(event.purpose);
    case 'connection.closed':
      return closing(event);
    case 'message.sent':
    case 'message.delivered':
    case 'message.lost':
      return message(context, event);
    case 'tokens.shown':
      return event.via === 'history' ? fetchedHistory(context, event) : words(context, event, 'shown');
    case 'tokens.lost':
      return words(context, event, 'lost');
    case 'approval.shown':
      return event.isShown ? question() : null;
    default:
      return null;
  }
}

function headOf(purpose: ConnectionPurpose): Wire {
  if (purpose === 'chat' || purpose === 'resume')
    return said('Head of the answer', httpResponse('200 OK', STREAM_HEADERS));
  return silent('The connection stands; the answer comes in one piece.');
}

function closing({ how, purpose, reason }: EventOf<'connection.closed'>): Wire {
  if (how === 'hung-up')
    return silent(
      'Nothing is written: the page closes the connection, and HTTP/1.1 has no word for why.',
      'A stop, a reload and a closed tab look the same from the other end.',
    );
  if (how === 'failed')
    return silent(`Nothing is written: ${reason}. The last chunk is missing, so the page gets an error.`);
  if (purpose !== 'chat' && purpose !== 'resume') return silent('The answer is over; its length was in its head.');
  return said(
    'Last chunk',
    LAST_CHUNK,
    'It ends the body properly, whether the answer was whole or not: only a finish part before it tells.',
  );
}

function message(context: WireContext, event: MessageEvent): Wire {
  const surface = event.type === 'message.delivered' ? event.from : event.actor;
  switch (event.kind) {
    case 'load':
      return requestFor(context, 'load', surface, event.id);
    case 'prompt':
      return requestFor(context, 'chat', surface, event.id);
    case 'resume':
      return requestFor(context, 'resume', surface, event.id);
    case 'stop':
      return requestFor(context, 'stop', surface, event.id);
    case 'approval':
      return requestFor(context, 'approval', surface, event.id);
    case 'wake-up':
      return requestFor(context, 'wake-up', surface, event.id);
    case 'history':
      return savedHistory(context, event);
    case 'nothing':
      return said('Answer', httpResponse('204 No Content', {}), 'There is nothing to resume.');
    case 'finish':
      return said('End of the answer', endOfAnswer(), 'The last chunk of the body follows.');
    case 'reply':
      return reply(context, event);
    case 'hang-up':
      return silent('Nothing is written: a FIN or a RST of TCP, and no reason with it.');
    case 'attach':
    case 'steer':
    case 'takeover':
      return silent('This lane has no message for it.');
    default:
      return assertNever(event.kind);
  }
}

function reply(context: WireContext, event: MessageEvent): Wire {
  const purpose = purposeOf(context, event.connection);
  if (purpose === 'chat' || purpose === 'resume')
    return silent('A part of the stream that carries no words: a tool, a question, a comment line or an error.');
  return said('Answer', httpResponse('200 OK', {}, { success: true }));
}

function words(
  context: WireContext,
  event: EventOf<'tokens.shown'> | EventOf<'tokens.lost'>,
  fate: 'shown' | 'lost',
): Wire {
  const { run, from, to } = event;
  const hasIds = context.options['transport'] === 'event-source';
  const text = `${from === 1 ? startOfAnswer() : ''}${wordsOfAnswer(textOf(context, run, from, to), from, hasIds)}`;
  const title = from === to ? 'A word of the answer' : `${to - from + 1} words of the answer`;
  const remarks = fate === 'lost' ? ['They were written, and never arrived.'] : [];
  return said(title, text, ...remarks, 'How the events are cut into chunks and packets is not modelled.');
}

function question(): Wire {
  const part = { type: 'tool-approval-request', toolCallId: gap('call'), approvalId: gap('approval') };
  return said('A question in the answer', sseEvent(part));
}
