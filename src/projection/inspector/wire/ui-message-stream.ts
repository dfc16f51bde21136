/**
 * An answer as the AI SDK streams it: server-sent events, each a JSON part. Format: AI SDK 7, “Stream protocols”;
 * heads as `UI_MESSAGE_STREAM_HEADERS` has them.
 */

import { gap } from './wire.ts';

export const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache',
  connection: 'keep-alive',
  'x-vercel-ai-ui-message-stream': 'v1',
  'x-accel-buffering': 'no',
  'transfer-encoding': 'chunked',
} as const;

/** What ends a chunked body: the only thing that tells a whole answer from one that was cut. */
export const LAST_CHUNK = '0\r\n\r\n';

const BLOCK = gap('text');

/** `id` is what an EventSource gives back as Last-Event-ID; `null` for a stream without. */
export function sseEvent(data: unknown, id: number | null = null): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return `${id === null ? '' : `id: ${id}\n`}data: ${text}\n\n`;
}

/** Before the first word. */
export function startOfAnswer(): string {
  return [{ type: 'start', messageId: gap('message') }, { type: 'start-step' }, { type: 'text-start', id: BLOCK }]
    .map((part) => sseEvent(part))
    .join('');
}

/** Word k with its space, an event each; `first` is the number of the first one. */
export function wordsOfAnswer(words: readonly string[], first: number, hasIds: boolean): string {
  return words
    .map((word, at) => sseEvent({ type: 'text-delta', id: BLOCK, delta: `${word} ` }, hasIds ? first + at : null))
    .join('');
}

/** After the last word; the body ends with it. */
export function endOfAnswer(): string {
  const parts = [{ type: 'text-end', id: BLOCK }, { type: 'finish-step' }, { type: 'finish' }];
  return [...parts.map((part) => sseEvent(part)), sseEvent('[DONE]')].join('');
}
