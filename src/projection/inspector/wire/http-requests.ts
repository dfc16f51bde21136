/** The requests of a page to the product’s server, and the short answers to them. Common to every lane that loads a page. */

import { assertNever } from '../../../base/assert.ts';
import type { ActorName, ConnectionPurpose, EventId } from '../../../protocol/trace-event.ts';
import { httpRequest, httpResponse } from './http-text.ts';
import { actOf, deliveryOf, promptBefore, readBefore, shownBy, textOf } from './what-was-said.ts';
import { said, silent, gap } from './wire.ts';
import type { EventOf, MessageEvent, Wire, WireContext } from './wire.ts';

const CHAT = gap('chat');

/** The request that opens a connection. `id` is an event of it. */
export function requestFor(context: WireContext, purpose: ConnectionPurpose, surface: ActorName, id: EventId): Wire {
  switch (purpose) {
    case 'load':
      return said('Request', httpRequest('GET', `/chat/${CHAT}`, { accept: 'text/html' }));
    case 'chat':
      return chatRequest(context, surface, id);
    case 'resume':
      return resumeRequest(context, surface, id);
    case 'stop':
      return said(
        'Request',
        httpRequest('POST', `/api/chat/${CHAT}/stop`, {}, namesRun(context) ? { activeStreamId: gap('stream') } : {}),
      );
    case 'approval':
      return said('Request', httpRequest('POST', '/api/chat', {}, { id: CHAT, message: answerOf(context, id) }));
    case 'wake-up':
      return said(
        'Request',
        httpRequest('POST', '/api/agent', {}, { session: gap('session'), input: gap('input') }),
        'It says where the prompt is, not what it is: the input stands in the log.',
      );
    case 'session':
    case 'publish':
      return silent('What a session writes stands in its own form.');
    default:
      return assertNever(purpose);
  }
}

function chatRequest(context: WireContext, surface: ActorName, id: EventId): Wire {
  const text = promptBefore(context, surface, id)?.text ?? '';
  if (context.options['transport'] === 'event-source')
    return said(
      'Request',
      httpRequest('GET', `/api/chat?prompt=${encodeURIComponent(text)}`, {
        accept: 'text/event-stream',
        'cache-control': 'no-cache',
      }),
      'An EventSource can only GET, so the prompt stands in the address.',
    );
  const trigger =
    actOf(context.trace, id, ['retry.pressed', 'prompt.sent'])?.type === 'retry.pressed'
      ? 'regenerate-message'
      : 'submit-message';
  const message = { id: gap('message'), role: 'user', parts: [{ type: 'text', text }] };
  return said('Request', httpRequest('POST', '/api/chat', {}, { id: CHAT, trigger, message }));
}

function resumeRequest(context: WireContext, surface: ActorName, id: EventId): Wire {
  const path = `/api/chat/${CHAT}/stream`;
  const has = readBefore(context, surface, id)?.to ?? 0;
  if (context.options['transport'] === 'event-source') {
    const last: Readonly<Record<string, string>> = has === 0 ? {} : { 'last-event-id': String(has) };
    return said('Request', httpRequest('GET', path, { accept: 'text/event-stream', ...last }));
  }
  if (context.options['replay'] !== 'cursor') return said('Request', httpRequest('GET', path, {}));
  return said('Request', httpRequest('GET', `${path}?startIndex=${has}`, {}), 'A cursor is the product’s own to add.');
}

function namesRun({ options }: WireContext): boolean {
  return options['stopEndpoint'] === 'by-run';
}

function answerOf({ trace }: WireContext, id: EventId): unknown {
  const given = actOf(trace, id, ['approval.given']);
  const approval = { id: gap('approval'), approved: given?.answer === 'approve' };
  const part = { type: `tool-${gap('tool')}`, toolCallId: gap('call'), state: 'approval-responded', approval };
  return { id: gap('message'), role: 'assistant', parts: [part] };
}

/** The saved conversation that a page finds when it loads. */
export function savedHistory(context: WireContext, event: MessageEvent): Wire {
  const shown = shownBy(context, deliveryOf(context, event.message) ?? event.id);
  const messages = shown.map(({ run, from, to }) => ({
    role: 'assistant',
    parts: [{ type: 'text', text: textOf(context, run, from, to).join(' ') }],
  }));
  return said(
    'Answer, with what the database has',
    httpResponse('200 OK', {}, { id: CHAT, messages }),
    'The page itself, and the prompts in it, are left out: only answers that it shows are written.',
  );
}

/** How words came that a page shows from what was saved: what it asked for, and the answer. `null` when they came otherwise. */
export function fetchedHistory(context: WireContext, shown: EventOf<'tokens.shown'>): Wire | null {
  const cause = shown.causedBy === null ? undefined : context.trace.events[shown.causedBy];
  if (cause?.type !== 'message.delivered' || cause.kind !== 'history') return null;
  const request = requestFor(context, 'load', shown.actor, cause.id);
  const answer = savedHistory(context, cause);
  return { parts: [...request.parts, ...answer.parts], remarks: [...request.remarks, ...answer.remarks] };
}
