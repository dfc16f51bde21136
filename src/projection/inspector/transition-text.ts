/** A transition of a machine in words: what it waits for, and under which condition. */

import type { GraphTransition } from '../../protocol/machine-graph.ts';

/** `connection.failed [retries]`, `after RETRY`, `at once [isLast]`. */
export function transitionText({ kind, on, guard }: GraphTransition): string {
  const what = kind === 'event' ? on : kind === 'delay' ? `after ${on}` : 'at once';
  return guard === null ? what : `${what} [${guard}]`;
}

/** What a state does without leaving it, a line for each. */
export function linesWithin(transitions: readonly GraphTransition[], path: string): readonly string[] {
  return transitions.filter(({ from, to }) => from === path && to === null).map(transitionText);
}
