/** A verdict in words: what is enough, and why. */

import { assertNever } from '../../base/assert.ts';
import type { Analysis, FoundGap, Verdict } from './gap-analysis.ts';

export interface VerdictText {
  readonly title: string;
  /** Sentences, in their order. */
  readonly says: readonly string[];
}

const MOST_REASONS = 2;

const FOOTING_NAMES = { pipe: 'a plain stream', buffer: 'a pipe with a buffer', session: 'a session' } as const;

export function verdictText({ verdict, gaps, unknown, open, asked }: Analysis): VerdictText {
  const { title, says } = ofKind(verdict, gaps.length);
  return {
    title,
    says: [
      ...says,
      ...(verdict.execution.length === 0
        ? []
        : ['Work that must survive its process needs durable execution, whatever carries the words.']),
      ...(unknown.length === 0 || verdict.kind === 'none' ? [] : [`It leaves out ${notKnown(unknown.length)}.`]),
      ...(open.length === 0 || open.length === asked ? [] : [openText(open.length, asked)]),
    ],
  };
}

function openText(open: number, asked: number): string {
  return open === 1
    ? 'One question is still open, and may change it.'
    : `${open} of ${asked} questions are still open, and each of them may change it.`;
}

/** What not knowing means, in one sentence; empty when everything is known. */
export function unknownText(count: number): string {
  if (count === 0) return '';
  const subject = count === 1 ? 'One thing is not known.' : `${count} things are not known.`;
  return `${subject} That is a gap in what the team knows, and says nothing of the product.`;
}

function ofKind({ kind, footing, reasons }: Verdict, gaps: number): VerdictText {
  const them = gaps === 1 ? 'one thing is' : `${gaps} things are`;
  switch (kind) {
    case 'none':
      return { title: 'Nothing to say yet', says: ['Answer what you know; a verdict follows each answer.'] };
    case 'enough':
      return {
        title: 'SSE is enough',
        says: [
          'A plain stream does what your people need, and nothing is missing.',
          'A session would cost more and show them nothing new. Come back when a second device, a stop or a second agent matters.',
        ],
      };
    case 'nothing-missing':
      return {
        title: 'Nothing is missing',
        says: [`You have built ${FOOTING_NAMES[footing]} and what belongs to it.`],
      };
    case 'repairs':
      return footing === 'pipe'
        ? {
            title: `SSE is enough, once ${them} mended`,
            says: ['All of it can be mended where it is; a session would not mend it for you.'],
          }
        : {
            title: `You have what it takes, once ${them} mended`,
            says: [`What is missing can be built on ${FOOTING_NAMES[footing]}, which you have.`],
          };
    case 'buffer':
      return {
        title: 'A pipe with a buffer and a stop of its own is enough',
        says: [
          `${askedBy(reasons.length)} for more than a plain stream, and for less than a session.`,
          ...reasonsText(reasons),
        ],
      };
    case 'session':
      return {
        title: 'A session earns its price here',
        says: [
          `${askedBy(reasons.length)} for what a buffer cannot give: screens that learn of one another and a way into a run.`,
          ...reasonsText(reasons),
          'If your people could do without that, a buffer or less is enough.',
        ],
      };
    default:
      return assertNever(kind);
  }
}

/** A few reasons are named; many stand in the way below. */
function reasonsText(reasons: readonly FoundGap[]): readonly string[] {
  return reasons.length > MOST_REASONS ? [] : [...new Set(reasons.map(({ gap }) => gap.says))];
}

function askedBy(count: number): string {
  return count === 1 ? 'One gap asks' : `${count} gaps ask`;
}

function notKnown(count: number): string {
  return count === 1 ? 'one thing that is not known' : `${count} things that are not known`;
}
