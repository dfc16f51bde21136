/** The product code of a lane with the options in force, and which of its lines stand behind an event. */

import type { CodeFile, CodeLine, ProductCode } from '../../protocol/product-code.ts';
import type { TraceEvent } from '../../protocol/trace-event.ts';

export interface CodeAt {
  readonly files: readonly ShownFile[];
  /** Why no line is marked; `null` when one is. */
  readonly reason: string | null;
}

export interface ShownFile {
  readonly path: string;
  readonly lines: readonly { readonly text: string; readonly isCurrent: boolean }[];
  /** Does it hold a line that is marked? */
  readonly isCurrent: boolean;
}

type Options = Readonly<Record<string, string | number | boolean>>;

/** Files without a line under these options are left out. */
export function codeAt(code: ProductCode, options: Options, event: TraceEvent): CodeAt {
  const files = code.files.map((file) => inForce(file, options)).filter(({ lines }) => lines.length > 0);
  const behind = new Set(files.flatMap(({ lines }) => lines.flatMap((line) => line.behind)));
  const keys = keysOf(event);
  // The most telling name that any line knows: a stop that hangs up is more than a connection that closes.
  const current = keys.find((key) => behind.has(key));
  return {
    files: files.map(({ path, lines }) => {
      const shown = lines.map(({ text, behind: events }) => ({
        text,
        isCurrent: current !== undefined && events.includes(current),
      }));
      return { path, lines: shown, isCurrent: shown.some(({ isCurrent }) => isCurrent) };
    }),
    reason: current === undefined ? reasonFor(code, keys, event) : null,
  };
}

function inForce({ path, lines }: CodeFile, options: Options): CodeFile {
  return { path, lines: lines.filter((line) => isInForce(line, options)) };
}

function isInForce({ when }: CodeLine, options: Options): boolean {
  return Object.entries(when).every(([name, values]) => values.some((value) => value === options[name]));
}

/** How code and reasons name an event, the most telling name first. */
function keysOf(event: TraceEvent): readonly string[] {
  switch (event.type) {
    case 'message.sent':
    case 'message.delivered':
    case 'message.lost':
      return [`message ${event.kind}`];
    case 'connection.closed':
      return [`connection.closed ${event.how}`, `connection ${event.purpose}`];
    case 'connection.opening':
    case 'connection.waiting':
    case 'connection.opened':
      return [`connection ${event.purpose}`];
    case 'tokens.shown':
      return [`tokens.shown ${event.via}`];
    case 'record.appended':
      return [`record ${event.record}`];
    default:
      return [event.type];
  }
}

function reasonFor(code: ProductCode, keys: readonly string[], event: TraceEvent): string {
  const own = keys.flatMap((key) => code.none[key] ?? [])[0];
  return own ?? generalReason(event);
}

/** Of events that no product writes code for, whatever the lane. */
function generalReason(event: TraceEvent): string {
  switch (event.type) {
    case 'fault.began':
    case 'fault.ended':
    case 'latency.set':
    case 'tokens.lost':
    case 'message.lost':
    case 'connection.closed':
    case 'connection.waiting':
      return 'No product code stands behind this: the network or the browser did it.';
    case 'proxy.set':
    case 'proxy.cut':
      return 'No product code stands behind this: it is the proxy’s configuration.';
    case 'process.crashed':
    case 'process.deployed':
    case 'process.paused':
    case 'process.up':
    case 'outage.began':
    case 'outage.ended':
      return 'No product code stands behind this: it happens to the machines that run it.';
    case 'state.entered':
    case 'status.changed':
    case 'run.learned':
      return 'No product code of its own stands behind this: it follows from what was received. The tab Machine shows how.';
    case 'surface.closed':
    case 'surface.hidden':
    case 'surface.shown':
    case 'surface.slept':
    case 'surface.woke':
    case 'screen.cleared':
    case 'action.ignored':
      return 'No product code stands behind this: a person or the browser did it.';
    default:
      return 'No product code stands behind this in this lane.';
  }
}
