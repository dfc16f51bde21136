import type { TraceEvent, TraceEventType } from '../../protocol/trace-event.ts';

/** The events of one type, or of some. */
export type EventOf<Type extends TraceEventType> = Extract<TraceEvent, { readonly type: Type }>;
