/** What differs between two runs, number by number: the branch that people compare with, and the one that they are on. */

import type { Run } from '../../sim/run.ts';
import { laneMeasures, NEVER } from './lane-measures.ts';
import type { LaneMeasures, Measure } from './lane-measures.ts';

export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly surface: string | null;
  /** `''` where the label names what is counted. */
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  /** `−25`, `null` when it is the same or no number. */
  readonly change: string | null;
  readonly isSame: boolean;
  /** The surface is not there in one of the two. */
  readonly isAbsent: 'before' | 'after' | null;
  readonly tone: 'good' | 'harm' | 'quiet';
}

export interface ComparedLane {
  readonly name: string;
  readonly lane: string;
  readonly title: string;
  /** The lane runs in one of the two only. */
  readonly isOnlyIn: 'before' | 'after' | null;
  readonly rows: readonly ComparedRow[];
}

/** What stands in the place of a surface that is not there. */
const ABSENT = 'not there';

/** Lane by lane, in the order of `after`; a lane that only `before` has comes last. */
export function compareRuns(before: Run, after: Run): readonly ComparedLane[] {
  const [former, latter] = [laneMeasures(before), laneMeasures(after)];
  const lanes = latter.map((lane) => {
    const same = former.find(({ name }) => name === lane.name);
    return same === undefined ? alone(lane, 'after') : compareLanes(same, lane);
  });
  const gone = former.filter(({ name }) => !latter.some((lane) => lane.name === name));
  return [...lanes, ...gone.map((lane) => alone(lane, 'before'))];
}

function alone({ name, lane, title }: LaneMeasures, isOnlyIn: 'before' | 'after'): ComparedLane {
  return { name, lane, title, isOnlyIn, rows: [] };
}

function compareLanes(before: LaneMeasures, after: LaneMeasures): ComparedLane {
  const { name, lane, title } = after;
  const keys = [...after.measures, ...before.measures].map(({ key }) => key);
  const rows = [...new Set(keys)].flatMap((key) => {
    const [from, to] = [before, after].map(({ measures }) => measures.find((measure) => measure.key === key));
    return compareMeasures(from, to) ?? [];
  });
  return { name, lane, title, isOnlyIn: null, rows };
}

/** Of a surface that only one of the two has, what there is of note; the other side is empty. */
function compareMeasures(from: Measure | undefined, to: Measure | undefined): ComparedRow | null {
  const either = to ?? from;
  if (either === undefined || ((from === undefined || to === undefined) && !either.value)) return null;
  const [before, after] = [from?.value ?? null, to?.value ?? null];
  const by = typeof before === 'number' && typeof after === 'number' ? after - before : null;
  return {
    key: either.key,
    label: either.label,
    surface: either.surface,
    unit: either.unit,
    before: from?.text ?? ABSENT,
    after: to?.text ?? ABSENT,
    change: by === null || by === 0 ? null : signed(by, either),
    isSame: before === after && (from?.text ?? null) === (to?.text ?? null),
    isAbsent: from === undefined ? 'before' : to === undefined ? 'after' : null,
    tone: either.wish === 'none' ? 'quiet' : toneOf(rankOf(before), rankOf(after)),
  };
}

/** Where less is better; what never came is worse than any time. */
function rankOf(value: Measure['value']): number | null {
  return value === NEVER ? Infinity : typeof value === 'number' ? value : null;
}

function toneOf(before: number | null, after: number | null): ComparedRow['tone'] {
  if (before === null || after === null || before === after) return 'quiet';
  return after < before ? 'good' : 'harm';
}

function signed(by: number, { difference }: Measure): string {
  return `${by < 0 ? '−' : '+'}${difference(Math.abs(by))}`;
}
