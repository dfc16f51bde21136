/**
 * Prediction codes: an answer to one question of one lesson in six characters, eight for a drawn curve, made on
 * somebody's phone and read out or pasted to the presenter. No server.
 *
 * A code is a number written in Crockford's base 32 (digits and capitals without I, L, O and U; case does not matter,
 * I and L are read as 1, O as 0), five bits a character:
 *
 *     lesson (5) · question (2) · answer and ballot (18, a curve 28) · check (5)
 *
 * Answer and ballot share a number, ballot * answers + answer. The ballot is drawn by the phone, so that a line that
 * was pasted twice is told from two people of one mind. The check character is a weighted sum over GF(32) with a
 * different weight for each place: one wrong character is always found, and so are two that changed places.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** x^5 + x^2 + 1, by which products in GF(32) are reduced. */
const POLYNOMIAL = 0b100101;
const LESSONS = 32;
const QUESTIONS = 4;

export const SHORT_CODE = 6;
export const LONG_CODE = 8;

type CodeLength = typeof SHORT_CODE | typeof LONG_CODE;

/** How many numbers answer and ballot may make up together. */
const ROOM: Readonly<Record<CodeLength, number>> = { [SHORT_CODE]: 2 ** 18, [LONG_CODE]: 2 ** 28 };

export interface Vote {
  /** The lesson's number, from 1. */
  readonly lesson: number;
  /** Counted from 0. */
  readonly question: number;
  /** Answer and ballot in one. */
  readonly payload: number;
  readonly length: CodeLength;
}

/** How many ballots there are beside `answers` different answers. */
export function ballotsFor(answers: number, length: CodeLength): number {
  return Math.floor(ROOM[length] / answers);
}

/** Written in two halves, as it is read out: `ABC-DEF`. */
export function encodeVote({ lesson, question, payload, length }: Vote): string {
  const digits: number[] = [];
  let number = (lesson * QUESTIONS + question) * ROOM[length] + payload;
  for (let place = 1; place < length; place += 1) {
    digits.unshift(number % 32);
    number = Math.floor(number / 32);
  }
  const text = [...digits, checkOf(digits)].map((digit) => ALPHABET.charAt(digit)).join('');
  return `${text.slice(0, length / 2)}-${text.slice(length / 2)}`;
}

export type VoteProblem = 'no-code' | 'typo';

/** Blanks and hyphens do not count. `no-code` is what has not the length or the letters of a code. */
export function decodeVote(text: string): Vote | VoteProblem {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const length = [SHORT_CODE, LONG_CODE].find((known): known is CodeLength => known === letters.length);
  const digits = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  if (length === undefined || digits.includes(-1)) return 'no-code';
  const written = digits.slice(0, -1);
  if (checkOf(written) !== digits.at(-1)) return 'typo';
  const number = written.reduce((sum, digit) => sum * 32 + digit, 0);
  const head = Math.floor(number / ROOM[length]);
  return {
    lesson: Math.floor(head / QUESTIONS) % LESSONS,
    question: head % QUESTIONS,
    payload: number % ROOM[length],
    length,
  };
}

/** Weights are powers of two in GF(32), none of them 1, which is that of the check itself. */
function checkOf(digits: readonly number[]): number {
  let [sum, weight] = [0, 1];
  for (const digit of digits) {
    weight = times(weight, 2);
    sum ^= times(digit, weight);
  }
  return sum;
}

function times(a: number, b: number): number {
  let [product, shifted] = [0, a];
  for (let bits = b; bits > 0; bits >>= 1) {
    if ((bits & 1) === 1) product ^= shifted;
    shifted <<= 1;
    if (shifted > 31) shifted ^= POLYNOMIAL;
  }
  return product;
}
