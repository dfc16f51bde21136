/** Requests and heads of answers as HTTP/1.1 writes them. Header names stand in lower case. */

import { utf8Length } from '../../../base/utf8-length.ts';
import { gap } from './wire.ts';

const END = '\r\n';

type Headers = Readonly<Record<string, string>>;

/** A body of `undefined` is none; any other is sent as JSON. */
export function httpRequest(method: 'GET' | 'POST', path: string, headers: Headers, body?: unknown): string {
  return withBody(`${method} ${path} HTTP/1.1`, { host: gap('host'), ...headers }, body);
}

export function httpResponse(status: string, headers: Headers, body?: unknown): string {
  return withBody(`HTTP/1.1 ${status}`, headers, body);
}

function withBody(first: string, headers: Headers, body: unknown): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all =
    body === undefined
      ? headers
      : { ...headers, 'content-type': 'application/json', 'content-length': String(utf8Length(text)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, '', text].join(END);
}
