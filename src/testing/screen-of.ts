/** What stands on a surface's screen at the end of a trace, read from the trace alone. */

import type { TraceEvent } from '../protocol/trace-event.ts';

/** The numbers of the tokens on the screen, in the order in which they stand there, whichever run they are of. */
export function screenOf(events: readonly TraceEvent[], surface: string): readonly number[] {
  let screen: { readonly run: number; readonly token: number }[] = [];
  for (const event of events) {
    if (event.actor !== surface) continue;
    if (event.type === 'screen.cleared') screen = [];
    else if (event.type === 'answer.discarded') screen = screen.filter(({ run }) => run !== event.run);
    else if (event.type === 'tokens.shown')
      for (let token = event.from; token <= event.to; token += 1) screen.push({ run: event.run, token });
  }
  return screen.map(({ token }) => token);
}

/** The numbers 1 to `last`. */
export function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
