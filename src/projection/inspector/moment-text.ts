/** A machine at one moment in sentences, for who does not see the chart. */

import type { MachineInstance } from './machine-instance.ts';
import type { MachineMoment } from './machine-moment.ts';
import { transitionText } from './transition-text.ts';

/** Where it is, how it got there, and what can come next. */
export function momentText({ owner, chart }: MachineInstance, { entry, last, next }: MachineMoment): string {
  if (entry === null) return `${chart.id} of ${owner} has not begun.`;
  const cause =
    last === null ? '' : `, from ${stateText(last.from)} by ${lastTexts(chart.transitions, last.transitions)}`;
  const steps = next.map(
    ({ to, texts }) => `${texts.join(' or ')} ${to === null ? 'stays' : `leads to ${stateText(to)}`}`,
  );
  const ahead = steps.length === 0 ? 'Nothing leaves it.' : `Next: ${steps.join('; ')}.`;
  return `${chart.id} of ${owner} is in ${stateText(entry.state)}${cause}. ${ahead}`;
}

/** `open.live` as `open, live`. */
export function stateText(path: string): string {
  return path.replaceAll('.', ', ');
}

/** `connection.failed or body.ended`. */
export function lastTexts(transitions: MachineInstance['chart']['transitions'], places: readonly number[]): string {
  return places
    .flatMap((at) => transitions[at] ?? [])
    .map(transitionText)
    .join(' or ');
}
