/**
 * The wire of a session: records of a log, published and read by offset. The notation is our own, since each product
 * has another (F10); producer headers as Durable Streams has them (F2.8).
 */

import { assertNever } from '../../../base/assert.ts';
import type { ActorName, EventId, TraceEvent } from '../../../protocol/trace-event.ts';
import { fetchedHistory, requestFor, savedHistory } from './http-requests.ts';
import { httpRequest, httpResponse } from './http-text.ts';
import { sseEvent } from './ui-message-stream.ts';
import { actOf, promptBefore, readBefore, textOf } from './what-was-said.ts';
import { framed, gap, said, silent, wirePart } from './wire.ts';
import type { EventOf, MessageEvent, Wire, WireContext } from './wire.ts';

const SESSION = `/sessions/${gap('session')}`;
const OWN = 'The notation is our own: each product writes records in another way.';

/** `null` for an event that is no message. */
export function sessionWire(context: WireContext, event: TraceEvent): Wire | null {
  switch (event.type) {
    case 'connection.opening':
    case 'connection.waiting':
      return opening(context, event);
    case 'connection.opened':
      return opened(context, event);
    case 'connection.closed':
      return closing(context, event);
    case 'message.sent':
    case 'message.delivered':
    case 'message.lost':
      return message(context, event);
    case 'tokens.shown':
      return fetchedHistory(context, event) ?? received(context, event);
    case 'tokens.lost':
      return said('Words that never arrived', carry(context, { run: event.run, text: join(context, event) }), OWN);
    case 'record.appended':
      return appended(context, event);
    case 'write.refused':
      return refused(event);
    case 'presence.learned':
      return said('Presence', carry(context, { presence: event.who, isPresent: event.isPresent }), OWN);
    default:
      return null;
  }
}

function isSocket({ options }: WireContext): boolean {
  return options['transport'] === 'websocket';
}

/** As the transport in force carries a record: a frame of a socket, or an event of a response. */
function carry(context: WireContext, record: unknown): string {
  return isSocket(context) ? JSON.stringify(record) : sseEvent(record);
}

function opening(
  context: WireContext,
  { purpose, actor, id }: EventOf<'connection.opening' | 'connection.waiting'>,
): Wire {
  if (purpose !== 'session' && purpose !== 'publish') return requestFor(context, purpose, actor, id);
  if (purpose === 'publish') return publish(context, actor, id);
  if (isSocket(context)) {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    return said('Request', httpRequest('GET', SESSION, { ...upgrade, 'sec-websocket-key': gap('key') }));
  }
  const live = context.options['transport'] === 'sse' ? 'sse' : 'long-poll';
  return said('Request', httpRequest('GET', `${SESSION}?offset=${offsetOf(context, actor, id)}&live=${live}`, {}));
}

/** What comes after the last record that the surface has; `-1` is from the start. */
function offsetOf(context: WireContext, surface: ActorName, id: EventId): number {
  return readBefore(context, surface, id)?.offset ?? -1;
}

function opened(context: WireContext, { purpose }: EventOf<'connection.opened'>): Wire {
  if (purpose !== 'session') return silent('The connection stands; the answer comes in one piece.');
  if (!isSocket(context)) {
    const type = context.options['transport'] === 'sse' ? 'text/event-stream' : 'application/json';
    return said(
      'Head of the answer',
      httpResponse('200 OK', { 'content-type': type, 'stream-next-offset': gap('offset') }),
    );
  }
  const accepted = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-accept': gap('key') };
  return said('Head of the answer', httpResponse('101 Switching Protocols', accepted));
}

function closing(context: WireContext, { how, reason }: EventOf<'connection.closed'>): Wire {
  if (how === 'failed')
    return silent(`Nothing is written: ${reason}.`, 'It is not a stop: the run knows nothing of it.');
  if (how === 'end') return silent('The answer is over; its length was in its head.');
  return isSocket(context)
    ? silent('A close frame without a message of the application. It is not a stop.')
    : silent('Nothing is written: the page closes the connection. It is not a stop.');
}

function message(context: WireContext, event: MessageEvent): Wire {
  const surface = event.type === 'message.delivered' ? event.from : event.actor;
  switch (event.kind) {
    case 'load':
    case 'wake-up':
      return requestFor(context, event.kind, surface, event.id);
    case 'history':
      return savedHistory(context, event);
    case 'attach': {
      const after = offsetOf(context, surface, event.id);
      if (!isSocket(context)) return said('Request', httpRequest('GET', `${SESSION}?offset=${after}`, {}), OWN);
      return said(
        'Frame',
        JSON.stringify({ attach: gap('session'), after }),
        'An offset of −1 asks for everything.',
        OWN,
      );
    }
    case 'prompt':
    case 'stop':
    case 'steer':
    case 'approval':
    case 'takeover':
      return publish(context, surface, event.id);
    case 'reply':
      return said(
        'Answer of the session',
        carry(context, { ok: true, offset: gap('offset') }),
        OWN,
        'An acknowledgement, a record without words, or a sign of life.',
      );
    case 'hang-up':
      return silent('A close of the connection, without a message of the application. It is not a stop.');
    case 'resume':
    case 'nothing':
    case 'finish':
      return silent('This lane has no message for it: a record says it.');
    default:
      return assertNever(event.kind);
  }
}

/** What a person publishes: a record that has no offset yet. */
function publish(context: WireContext, surface: ActorName, id: EventId): Wire {
  const record = { from: surface, ...actRecord(context, surface, id) };
  if (isSocket(context)) return said('Frame', JSON.stringify({ publish: gap('id'), record }), OWN);
  return said('Request', httpRequest('POST', SESSION, {}, record), OWN);
}

function actRecord(context: WireContext, surface: ActorName, id: EventId): Readonly<Record<string, unknown>> {
  const act = actOf(context.trace, id, [
    'prompt.sent',
    'retry.pressed',
    'stop.pressed',
    'steer.sent',
    'approval.given',
  ]);
  switch (act?.type) {
    case 'stop.pressed':
      return { kind: 'stop', turn: act.turn };
    case 'steer.sent':
      return { kind: 'steer', turn: act.turn, text: act.text };
    case 'approval.given':
      return { kind: act.answer, turn: act.turn };
    case 'prompt.sent':
    case 'retry.pressed':
    case undefined:
      return { kind: 'input', turn: act?.turn ?? null, text: promptBefore(context, surface, id)?.text ?? '' };
    default:
      return assertNever(act);
  }
}

function appended(context: WireContext, event: EventOf<'record.appended'>): Wire {
  const { offset, record: kind, run, turn, epoch } = event;
  const text = kind === 'output' && run !== null ? { text: join(context, { ...event, run }) } : {};
  const record = { kind, turn, run, ...text };
  const producer = {
    'producer-id': run === null ? gap('surface') : `run-${run}`,
    'producer-epoch': String(epoch),
    'producer-seq': gap('seq'),
  };
  return {
    parts: [
      wirePart('What the writer sends', httpRequest('POST', SESSION, producer, record)),
      wirePart('The record in the log', JSON.stringify({ offset, epoch, ...record })),
    ],
    remarks: [OWN],
  };
}

function refused({ reason, isTold }: EventOf<'write.refused'>): Wire {
  if (!isTold) return silent('Nothing is written: the sender is not told.');
  const status = reason === 'duplicate' ? '204 No Content' : '403 Forbidden';
  return said('Answer', httpResponse(status, { 'producer-epoch': gap('newer epoch') }));
}

/** The records that brought the words, as the log has them; one update where they came as one. */
function received(context: WireContext, event: EventOf<'tokens.shown'>): Wire {
  const { run, from, to, messages, offset } = event;
  const records = context.trace.events.filter(
    (one): one is EventOf<'record.appended'> =>
      one.type === 'record.appended' &&
      one.record === 'output' &&
      one.run === run &&
      one.id < event.id &&
      one.to >= from &&
      one.from <= to &&
      (offset === null || one.offset <= offset),
  );
  if (records.length !== messages || records.length === 0) {
    const update = { update: run, offset, text: join(context, { run, from: 1, to }) };
    return said(
      'An update with all words so far',
      carry(context, update),
      'It takes the place of what was there.',
      OWN,
    );
  }
  const texts = records.map((record) =>
    carry(context, {
      offset: record.offset,
      epoch: record.epoch,
      kind: 'output',
      run,
      text: join(context, { run, from: record.from, to: record.to }),
    }),
  );
  const title = records.length === 1 ? 'A record' : `${records.length} records`;
  return isSocket(context) ? framed(title, texts, OWN) : said(title, texts.join(''), OWN);
}

function join(
  context: WireContext,
  { run, from, to }: { readonly run: number; readonly from: number; readonly to: number },
): string {
  return textOf(context, run, from, to)
    .map((word) => `${word} `)
    .join('');
}
