/** Places in a JSON text: where it stops being JSON, and where a field stands. For messages only. */

import type { FieldPath, TextPlace } from './scenario-problem.ts';

const SPACE = /[ \t\r\n]*/y;
// oxlint-disable-next-line no-control-regex -- JSON allows none of them in a string.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

/** Where `text` stops being JSON. Its end when a bracket is still open there; the start when it nests too deeply. */
export function jsonFaultPlace(text: string): TextPlace {
  return placeAt(text, walk(text, null).faultAt ?? text.length);
}

/** Where the value of a field stands, or the nearest thing around it when it is not there. */
export function jsonFieldPlace(text: string, path: FieldPath): TextPlace {
  return placeAt(text, walk(text, path).foundAt);
}

/** `line` and `column` of a place in a text; both count from 1. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

interface Walked {
  readonly faultAt: number | null;
  readonly foundAt: number;
}

class Fault extends Error {
  readonly at: number;
  constructor(at: number) {
    super('this is not JSON');
    this.at = at;
  }
}

/** Reads the whole text, and notes the deepest value that lies on `path`. */
function walk(text: string, path: FieldPath | null): Walked {
  let at = 0;
  let foundAt = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const [taken] = pattern.exec(text) ?? [null];
    if (taken !== null) at += taken.length;
    return taken;
  };
  const skip = () => void take(SPACE);
  const accept = (sign: string): boolean => {
    skip();
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const refuse = (): never => {
    throw new Fault(at);
  };

  /** `matched` counts how many parts of the path lead here, `null` for a value beside it. */
  const value = (matched: number | null): void => {
    skip();
    if (matched !== null) foundAt = at;
    if (accept('{')) members('}', (index) => memberPath(index, matched));
    else if (accept('[')) members(']', (index) => (isNext(matched, index) ? (matched ?? 0) + 1 : null));
    else if ((take(STRING) ?? take(ATOM)) === null) refuse();
  };
  const isNext = (matched: number | null, part: string | number) => matched !== null && path?.[matched] === part;
  const memberPath = (_index: number, matched: number | null): number | null => {
    skip();
    const key = take(STRING) ?? refuse();
    if (!accept(':')) refuse();
    return isNext(matched, JSON.parse(key) as string) ? (matched ?? 0) + 1 : null;
  };
  const members = (end: string, begin: (index: number) => number | null): void => {
    if (accept(end)) return;
    for (let index = 0; ; index += 1) {
      value(begin(index));
      if (accept(end)) return;
      if (!accept(',')) refuse();
    }
  };

  try {
    value(path === null ? null : 0);
    skip();
    return { faultAt: at === text.length ? null : at, foundAt };
  } catch (error) {
    if (error instanceof Fault) return { faultAt: error.at, foundAt };
    if (error instanceof RangeError) return { faultAt: 0, foundAt };
    throw error;
  }
}
