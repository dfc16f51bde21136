/** A claim of a scenario as a clause that a person can read: `the laptop lacks words`. Lanes are said by the caller. */

import { GUARANTEE_NAMES } from '../../protocol/guarantee.ts';
import type { GuaranteeId } from '../../protocol/guarantee.ts';
import { actorInSentence as the } from '../actor-label.ts';
import { durationText } from '../seconds.ts';

type ClaimValue = string | number | boolean | null;

interface ClaimParts {
  /** A surface, `agent`, `bill` or `guarantees`. */
  readonly part: string;
  readonly field: string;
  readonly expected: ClaimValue;
}

export function claimSentence({ part, field, expected }: ClaimParts): string {
  if (part === 'guarantees') {
    const name = GUARANTEE_NAMES[field as GuaranteeId] as string | undefined; // a claim may be of any text
    return `${field}${name === undefined ? '' : ` ${name}`} is ${expected === true ? 'kept' : 'broken'}`;
  }
  if (part === 'agent') return agentSentence(field, expected);
  return part === 'bill'
    ? `the bill’s ${inWords(field)} is ${amount(expected)}`
    : surfaceSentence(part, field, expected);
}

function surfaceSentence(surface: string, field: string, expected: ClaimValue): string {
  const who = the(surface);
  switch (field) {
    case 'status':
      return `${who} ends “${String(expected)}”`;
    case 'shown':
      return `${who} shows ${words(expected)}`;
    case 'missing':
      return expected === 0 ? `${who} lacks no word` : `${who} lacks ${words(expected)}`;
    case 'duplicated':
      return expected === 0 ? `${who} shows no word twice` : `${who} shows ${words(expected)} twice`;
    case 'outOfOrder':
      return expected === 0 ? `the words on ${who} are in order` : `${who} has ${words(expected)} out of order`;
    case 'textMatches':
      return `the answer ${expected === true ? 'stands' : 'does not stand'} whole on ${who}`;
    case 'connections':
      return `${who} opens ${counted(expected, 'connection')}`;
    case 'recoveredAfterMs':
      return expected === null
        ? `${who} never catches up`
        : `${who} has caught up ${time(expected)} after its path is back`;
    case 'lastShownAtMs':
      return `the last word appears on ${who} at ${time(expected)}`;
    default:
      return `${inWords(field)} on ${who} is ${amount(expected)}`;
  }
}

function agentSentence(field: string, expected: ClaimValue): string {
  switch (field) {
    case 'runs':
      return `the agent runs ${expected === 1 ? 'once' : `${amount(expected)} times`}`;
    case 'end':
      return expected === 'running' ? 'the run has not ended' : `the run ends “${String(expected)}”`;
    case 'generated':
      return `the agent makes ${words(expected)}`;
    case 'generatedAfterStop':
      return `${words(expected)} made after stop was pressed`;
    case 'unseen':
      return expected === 0 ? 'every word that was made was seen' : `${words(expected)} made and seen by nobody`;
    case 'effects':
      return expected === 0 ? 'no tool changes anything' : `${counted(expected, 'effect')} of tools and approvals`;
    case 'crashed':
      return expected === 0 ? 'no run is lost with its process' : `${counted(expected, 'run')} lost with their process`;
    case 'adopted':
      return expected === 0
        ? 'no run is taken over'
        : `a run is taken over ${expected === 1 ? 'once' : `${amount(expected)} times`}`;
    default:
      return `${inWords(field)} of the agent is ${amount(expected)}`;
  }
}

function words(expected: ClaimValue): string {
  return expected === '>0' ? 'words' : counted(expected, 'word');
}

function counted(expected: ClaimValue, noun: string): string {
  return `${amount(expected)} ${noun}${expected === 1 || /\D1$/.test(String(expected)) ? '' : 's'}`;
}

const COMPARISONS: readonly (readonly [string, string])[] = [
  ['>=', 'at least'],
  ['<=', 'at most'],
  ['!=', 'other than'],
  ['>', 'more than'],
  ['<', 'less than'],
  ['=', ''],
];

/** `<=25` as `at most 25`. */
function amount(expected: ClaimValue, say: (value: string) => string = (value) => value): string {
  if (expected === null) return 'absent';
  const text = String(expected);
  const found = COMPARISONS.find(([sign]) => text.startsWith(sign));
  return found === undefined ? say(text) : `${found[1]} ${say(text.slice(found[0].length).trim())}`.trim();
}

function time(expected: ClaimValue): string {
  return amount(expected, (value) => durationText(Number(value)));
}

/** `firstTokenMs` as `first token ms`. */
function inWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
