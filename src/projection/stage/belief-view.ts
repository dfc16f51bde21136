/** What somebody takes for true, beside what is so: in words that a person can read. */

import { assertNever } from '../../base/assert.ts';
import type { Belief, BeliefMoment, Truth } from '../../protocol/belief.ts';

export interface BeliefView {
  /** Completes "… thinks ". */
  readonly belief: string;
  /** Completes "in truth ". */
  readonly truth: string;
  readonly isTrue: boolean;
  /** The event since which the two stand like this. */
  readonly event: number;
}

/** `null` for an agent that nobody has asked: it believes nothing worth saying. */
export function agentBelief(moment: BeliefMoment | undefined): BeliefView | null {
  return moment === undefined || moment.belief === 'idle' ? null : viewOf(moment);
}

/** What the server of a pipe, or the session layer of a log, believes; `null` before it has heard anything. */
export function farEndBelief(moment: BeliefMoment | undefined): BeliefView | null {
  if (moment === undefined || moment.belief === 'unwatched' || moment.belief === 'nothing-asked') return null;
  return viewOf(moment);
}

/** What a page shows is its belief: only a false one needs the truth beside it. `missing` words are made and not there. */
export function surfaceTruth(moment: BeliefMoment | undefined, missing: number): BeliefView | null {
  if (moment === undefined || moment.isTrue || moment.belief === 'closed') return null;
  const view = viewOf(moment);
  if (moment.truth !== 'incomplete') return view;
  return { ...view, truth: moment.belief === 'complete' ? `${missing} missing` : `whole, ${missing} not here` };
}

function viewOf({ belief, truth, isTrue, event }: BeliefMoment): BeliefView {
  return { belief: sayBelief(belief), truth: sayTruth(truth), isTrue, event };
}

function sayBelief(belief: Belief): string {
  switch (belief) {
    case 'nothing-asked':
      return 'nothing asked';
    case 'waiting':
      return 'it will come';
    case 'streaming':
      return 'it is coming';
    case 'complete':
      return 'whole';
    case 'stopped':
      return 'stopped';
    case 'broken':
      return 'it broke off';
    case 'closed':
      return 'nothing';
    case 'unwatched':
      return 'nobody watches';
    case 'watched':
      return 'watched';
    case 'delivered':
      return 'delivered';
    case 'asked':
      return 'asked';
    case 'running':
      return 'being written';
    case 'ended':
      return 'ended';
    case 'idle':
      return 'idle';
    case 'wanted':
      return 'wanted';
    case 'done':
      return 'done';
    default:
      return assertNever(belief);
  }
}

function sayTruth(truth: Truth): string {
  switch (truth) {
    case 'none':
      return 'nothing was asked';
    case 'asked':
      return 'not begun';
    case 'running':
      return 'still being written';
    case 'stalled':
      return 'the agent stands still';
    case 'complete':
      return 'whole';
    case 'incomplete':
      return 'words are missing here';
    case 'cancelled':
      return 'it was stopped';
    case 'crashed':
      return 'the agent crashed';
    case 'read':
      return 'somebody reads';
    case 'unread':
      return 'nobody reads';
    case 'received':
      return 'a screen has it whole';
    case 'not-received':
      return 'no screen has it whole';
    case 'wanted':
      return 'somebody waits';
    case 'nobody-waits':
      return 'nobody waits';
    case 'stopped':
      return 'a person pressed stop';
    default:
      return assertNever(truth);
  }
}
