/**
 * A lesson with nothing left to look up: placeholders and answer paths are parsed, variants and the solution are
 * compiled scenarios. Plain data, made at build time, so that a page needs neither the YAML reader nor the schemas.
 */

import type { GuaranteeId } from '../../protocol/guarantee.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { TraceEventType } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import type { LessonPart } from './lesson-part.ts';
import type { QuestionUnit } from './question-schema.ts';

/** The lesson's own run, beside which its variants have their ids. */
export const MAIN_RUN = 'main';
/** The run of the recorded solution, for the check and for who wants to see it. */
export const SOLUTION_RUN = 'solution';

type FieldValue = string | number | boolean | null;

/** What kind of value stands at a path; `part` is a share of 1. */
export type ValueType = 'count' | 'ms' | 'money' | 'truth' | 'word' | 'curve' | 'number' | 'part';

/** Which events of one lane are meant. `with` are fields that they must have. */
export interface EventPattern {
  readonly lane: string;
  readonly event: TraceEventType;
  /** The actor, `null` for anybody. */
  readonly on: string | null;
  readonly with: Readonly<Record<string, FieldValue>>;
}

/** A value that a run supplies. `run` is `main` or the id of a variant. */
export type ValuePath = { readonly run: string; readonly type: ValueType } & (
  | { readonly of: 'surface'; readonly lane: string; readonly surface: string; readonly field: string }
  | { readonly of: 'agent' | 'bill'; readonly lane: string; readonly field: string }
  | { readonly of: 'guarantee'; readonly lane: string; readonly id: GuaranteeId | null; readonly field: string }
  | { readonly of: 'event'; readonly pattern: EventPattern; readonly nth: number; readonly field: 'atMs' | 'count' }
  | { readonly of: 'option'; readonly lane: string; readonly field: string }
  | { readonly of: 'scenario'; readonly path: readonly string[] }
);

/** One value, or two with an operator between them. `written` is how the author wrote it. */
export interface ValueExpression {
  readonly written: string;
  readonly type: ValueType;
  readonly left: ValuePath;
  readonly operator: '-' | '/' | null;
  readonly right: ValuePath | null;
}

export type ValueFormat =
  'plain' | 'ms' | 'seconds' | 'percent' | 'dollars' | 'words' | 'runs' | 'messages' | 'connections' | 'times';

export interface Placeholder {
  readonly value: ValueExpression;
  readonly format: ValueFormat;
}

/** A text with its placeholders, in order. */
export type Template = readonly (string | Placeholder)[];

export interface Anchor {
  readonly run: string;
  readonly pattern: EventPattern;
  /** The event is about this word of the answer, `null` for whichever. */
  readonly token: number | null;
  readonly nth: number;
  readonly laterMs: VirtualMs;
}

export interface Beat {
  readonly say: Template;
  readonly after: Anchor;
  readonly note: Template | null;
}

export interface ChoiceOption {
  readonly text: string;
  /** Right when the value is this; `null` when `when` decides. */
  readonly is: { readonly value: FieldValue } | null;
  readonly when: CompiledScenario['expect'] | null;
}

interface Asked {
  readonly ask: Template;
  readonly reveal: Template | null;
}

export type ChoiceQuestion = Asked & {
  readonly kind: 'choice';
  /** The run that `when` is about. */
  readonly run: string;
  /** What `is` is held against: a value, or the name of the lane that has the least or the most. `null` with `when`. */
  readonly answer:
    | { readonly by: 'value'; readonly value: ValueExpression }
    | { readonly by: 'least' | 'most'; readonly written: string; readonly values: Readonly<Record<string, ValuePath>> }
    | null;
  readonly options: readonly ChoiceOption[];
};

export type NumberQuestion = Asked & {
  readonly kind: 'number';
  readonly answer: ValueExpression;
  readonly unit: QuestionUnit;
  readonly tolerance: number;
  readonly from: number;
  readonly to: number;
};

export type CurveQuestion = Asked & {
  readonly kind: 'curve';
  readonly run: string;
  readonly lane: string;
  readonly surface: string;
  readonly tolerance: number;
};

export type PointQuestion = Asked & {
  readonly kind: 'point';
  readonly run: string;
  readonly answer: ValueExpression;
  readonly toleranceMs: VirtualMs;
};

export type Question = ChoiceQuestion | NumberQuestion | CurveQuestion | PointQuestion;

export interface Variant {
  readonly id: string;
  readonly title: string;
  /** Its `expect` is the variant's own. */
  readonly scenario: CompiledScenario;
}

/** What may be changed on the way to a goal: verbs of entries, options by lane. */
export interface AllowedChanges {
  readonly add: readonly string[];
  readonly change: readonly string[];
  readonly remove: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
}

export interface Challenge {
  readonly goal: Template;
  /** The run that it starts from. */
  readonly run: string;
  readonly claims: CompiledScenario['expect'];
  readonly may: AllowedChanges;
  readonly hint: Template;
  readonly solution: CompiledScenario;
}

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly part: LessonPart;
  readonly question: string;
  readonly minutes: number;
  readonly scenario: CompiledScenario;
  readonly variants: readonly Variant[];
  readonly predict: readonly Question[];
  readonly beats: readonly Beat[];
  readonly observe: Question;
  readonly explain: {
    readonly text: Template;
    readonly sources: readonly string[];
    /** ISO date. */
    readonly asOf: string;
    readonly notModelled: Template;
  };
  readonly challenge: Challenge;
  readonly notes: Template;
  readonly handout: { readonly task: Template; readonly answer: Template };
}

/** How often an architecture loses in a lesson: in `lost` of the `of` runs in which it has a rival. */
export interface Loss {
  readonly lane: LaneName;
  /** How it is called on the page. */
  readonly title: string;
  readonly lost: number;
  readonly of: number;
}

/** The box that the lines of a {@link LessonPicture} are drawn in, one for each lane, with its origin at the top left. */
export const PICTURE_BOX = { width: 160, height: 24 } as const;

/** One lane of a picture: paths in its box, of words over time. */
export interface PictureLane {
  readonly lane: LaneName;
  readonly label: string;
  /** How it came out, in a few words. */
  readonly outcome: string;
  readonly tone: 'good' | 'harm' | 'quiet';
  /** Words that its agents made. */
  readonly made: string;
  /** Words on the screen that came off worst. */
  readonly told: string;
  /** Words on the screen that came off best, `null` where it looks the same. */
  readonly best: string | null;
}

/** A lesson's main run, small. Places are in the width of the box. */
export interface LessonPicture {
  readonly lanes: readonly PictureLane[];
  /** From where to where something is broken, or at one place. */
  readonly faults: readonly (readonly [from: number, to: number])[];
  /** Where people do something beside asking. */
  readonly deeds: readonly number[];
  /** Where time in which nothing happens is left out. */
  readonly folds: readonly number[];
}

/** What a list of lessons shows, without the lessons. `lostBy` are the architectures that lose it, in whole or in part. */
export interface LessonSummary extends Pick<Lesson, 'id' | 'title' | 'number' | 'part' | 'question' | 'minutes'> {
  readonly lostBy: readonly Loss[];
  readonly picture: LessonPicture;
  /** Terms of the glossary that its texts have, in the order of their first use. */
  readonly terms: readonly string[];
}

/** Every scenario of a lesson by the name of its run, the solution apart. */
export function lessonScenarios({
  scenario,
  variants,
}: Pick<Lesson, 'scenario' | 'variants'>): ReadonlyMap<string, CompiledScenario> {
  return new Map([[MAIN_RUN, scenario], ...variants.map(({ id, scenario: changed }) => [id, changed] as const)]);
}
