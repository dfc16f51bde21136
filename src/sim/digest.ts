/**
 * The digest of a run: sixteen hexadecimal digits over every field of every event. The same
 * scenario and seed give the same digest in Node and in every browser.
 */

import { Hash } from '../base/hash.ts';
import type { LaneTrace } from '../protocol/trace-event.ts';
import { MODEL_VERSION } from './run.ts';
import { TRACE_FIELDS, traceField } from '../protocol/trace-fields.ts';

const NOTHING = -1;

export function digestOf(lanes: readonly LaneTrace[]): string {
  const hash = new Hash();
  hash.addInt(MODEL_VERSION);
  for (const { name, events } of lanes) {
    hash.addString(name);
    for (const event of events) {
      hash.addInt(event.atMs);
      hash.addString(event.actor);
      hash.addString(event.type);
      hash.addInt(event.causedBy ?? NOTHING);
      for (const field of TRACE_FIELDS[event.type]) {
        const value = traceField(event, field);
        if (typeof value === 'string') hash.addString(value);
        else hash.addInt(value === null ? NOTHING : Number(value));
      }
    }
  }
  return hash.digest();
}
