/** What an event looked like as bytes: the texts that went over the wire, and what the model does not know of them. */

import { utf8Length } from '../../../base/utf8-length.ts';
import type { LaneTrace, TraceEvent } from '../../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../../scenario/compiled-scenario.ts';

export interface WirePart {
  /** `Request`, `Head of the answer`, `3 events of the answer`. */
  readonly title: string;
  /** Every byte that an application writes, line ends as they are. What the model does not know stands in ‹ ›. */
  readonly text: string;
  /** In UTF-8. */
  readonly bytes: number;
}

export interface Wire {
  readonly parts: readonly WirePart[];
  /** Whole sentences. */
  readonly remarks: readonly string[];
}

/** What a wire is written from. */
export interface WireContext {
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  /** The options of the lane that are in force. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

export type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { readonly type: Type }>;
export type MessageEvent = EventOf<'message.sent' | 'message.delivered' | 'message.lost'>;

/** A value that a run of the model has no number for. Quotes and angle brackets are not part of it. */
export function gap(name: string): string {
  return `‹${name}›`;
}

/** Nothing was written: `remarks` say why. */
export function silent(...remarks: readonly string[]): Wire {
  return { parts: [], remarks };
}

export function said(title: string, text: string, ...remarks: readonly string[]): Wire {
  return { parts: [wirePart(title, text)], remarks };
}

export function wirePart(title: string, text: string): WirePart {
  return { title, text, bytes: utf8Length(text) };
}

/** Texts that travel in a frame each, shown a line each: what stands between the lines is not sent. */
export function framed(title: string, texts: readonly string[], ...remarks: readonly string[]): Wire {
  const bytes = texts.reduce((sum, text) => sum + utf8Length(text), 0);
  return { parts: [{ title, text: texts.join('\n'), bytes }], remarks };
}
