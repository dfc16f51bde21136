/**
 * The run as a Mermaid sequence diagram, one lane after the other between the same participants. Messages
 * are arrows at the moment at which they arrive; what people, the network and runs do are notes, and so
 * are words, as many as were made or came one after the other without anything else in between.
 */

import type { ActorName, LaneTrace } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { laneActors } from './lane-actors.ts';
import { sequenceSteps } from './sequence-steps.ts';
import type { SequenceStep } from './sequence-steps.ts';

export function mermaidSequence({ scenario, lanes }: Run): string {
  const actors = participants(lanes.map((lane) => laneActors(scenario, lane)));
  // Names of their own, since words such as "end" mean something to Mermaid.
  const idOf = (actor: ActorName) => `p${actors.indexOf(actor) + 1}`;
  return [
    'sequenceDiagram',
    `  accTitle: ${plainText(scenario.title)}`,
    ...actors.map((actor) => `  participant ${idOf(actor)} as ${plainText(actorLabel(actor))}`),
    ...lanes.flatMap((lane) => laneLines(lane, scenario.horizonMs, actors, idOf)),
    '',
  ].join('\n');
}

function laneLines(
  lane: LaneTrace,
  horizonMs: number,
  actors: readonly ActorName[],
  idOf: (actor: ActorName) => string,
): readonly string[] {
  const [first = ''] = actors;
  const span = actors.length > 1 ? `${idOf(first)},${idOf(actors.at(-1) ?? first)}` : idOf(first);
  return [
    `  Note over ${span}: ${plainText(`${laneTitle(lane)}: ${lane.subtitle}`)}`,
    ...sequenceSteps(lane, horizonMs).map((step) => stepLine(step, idOf)),
  ];
}

const ARROWS = { arrived: '->>', lost: '-x', underway: '--)' } as const;

function stepLine(step: SequenceStep, idOf: (actor: ActorName) => string): string {
  const text = `${step.atMs} ms: ${step.text}`;
  if (step.kind === 'note') return `  Note over ${idOf(step.actor)}: ${plainText(text)}`;
  return `  ${idOf(step.from)}${ARROWS[step.outcome]}${idOf(step.to)}: ${plainText(text)}`;
}

/** All actors of all lanes, in an order that keeps that of each lane where they agree. */
function participants(lanes: readonly (readonly ActorName[])[]): readonly ActorName[] {
  const [most = [], ...others] = lanes.toSorted((a, b) => b.length - a.length);
  return [...most, ...new Set(others.flat().filter((actor) => !most.includes(actor)))];
}

/**
 * Text that stays text: Mermaid ends a statement at a line break or a semicolon, reads `#…;` as a character, a
 * colon before a word and `%%` as signs of its own, and markup as markup. Characters by their numbers are none of it.
 */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/(?!: )[^\p{L}\p{N} .,()'’“”…?-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
