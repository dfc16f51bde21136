/**
 * The audit with nothing left to look up: questions, what each answer means, the numbers of the bill, and the runs
 * that it is reckoned from. Plain data, made at build time from `scenarios/audit.yaml`.
 */

import type { CompiledScenario } from '../compiled-scenario.ts';
import type { Source } from '../lesson/sources.ts';
import type { LaneOptions } from '../schema.ts';

/** The three capabilities that a product is held against. */
export const CAPABILITIES = ['delivery', 'continuity', 'control'] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** The steps of a migration, in their order. */
export const MIGRATION_STEPS = ['redirect', 'subscribe', 'control', 'validate'] as const;

export type MigrationStep = (typeof MIGRATION_STEPS)[number];

/**
 * The least that mends a gap: a repair of what is there, a pipe with a buffer and a stop of its own, a session, or
 * durable execution, which is no transport and goes with any of them.
 */
export const MENDS = ['repair', 'buffer', 'session', 'execution'] as const;

export type Mend = (typeof MENDS)[number];

/** The least that an answer rests on. */
export const FOOTINGS = ['pipe', 'buffer', 'session', 'execution'] as const;

export type Footing = (typeof FOOTINGS)[number];

/** The answer that each question has beside its own: nobody in the team knows. */
export const UNKNOWN = 'unknown';

export const UNKNOWN_TEXT = 'We do not know.';

/** The place of {@link Audit.fit} in links and files, and its answers. */
export const FIT = 'fit';
export const FITS = ['product', 'person'] as const;

export type Fit = (typeof FITS)[number];

/** Numbers of a team that the bill is reckoned with. */
export const NUMBER_NAMES = [
  'chats-a-day',
  'answers-a-chat',
  'words-an-answer',
  'words-a-second',
  'breaks-percent',
  'stops-percent',
  'open-seconds',
] as const;

export type NumberName = (typeof NUMBER_NAMES)[number];

/** The runs that the bill is reckoned from: an answer on a calm day, one with a break, one that is stopped. */
export const BILL_RUNS = ['calm', 'break', 'stop'] as const;

export type BillRun = (typeof BILL_RUNS)[number];

export interface Gap {
  /** What is wrong, in one sentence. */
  readonly says: string;
  /** What to do about it. */
  readonly does: string;
  readonly mend: Mend;
  readonly step: MigrationStep;
  /** The id of the lesson that shows it. */
  readonly lesson: string;
  /** Ids of {@link Audit.sources}. */
  readonly sources: readonly string[];
}

export interface AuditAnswer {
  readonly id: string;
  readonly text: string;
  /** What is in use when this is the answer, `null` when it does not say. */
  readonly rests: Footing | null;
  readonly gap: Gap | null;
  /** What it says of the switches of a lane, by the lane's name: the bill is reckoned with them. */
  readonly set: Readonly<Record<string, LaneOptions>>;
}

export interface AuditQuestion {
  readonly id: string;
  readonly capability: Capability;
  readonly ask: string;
  /** Why it is asked, in one sentence. */
  readonly why: string;
  /** Where one can see what it is about. */
  readonly lesson: string;
  readonly answers: readonly AuditAnswer[];
}

export interface AuditNumber {
  readonly name: NumberName;
  readonly label: string;
  /** What stands behind the number: `a day`. */
  readonly per: string;
  readonly byDefault: number;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  /** Where the default comes from: the id of a source, or `null` for an assumption. */
  readonly source: string | null;
  readonly note: string;
}

export interface Titled {
  readonly title: string;
  readonly says: string;
}

export interface AuditStep extends Titled {
  /** How one sees that it is done. */
  readonly check: string;
}

export interface Audit {
  /** ISO date: the day on which its sources said so. */
  readonly asOf: string;
  readonly fit: {
    readonly ask: string;
    readonly product: string;
    readonly person: string;
    /** What is said to somebody who is stuck: paragraphs, and the steps of a method that is no part of this. */
    readonly toPerson: { readonly says: readonly string[]; readonly method: string; readonly steps: readonly string[] };
  };
  readonly capabilities: Readonly<Record<Capability, Titled>>;
  readonly steps: Readonly<Record<MigrationStep, AuditStep>>;
  readonly questions: readonly AuditQuestion[];
  readonly numbers: readonly AuditNumber[];
  readonly bill: { readonly notModelled: string; readonly runs: Readonly<Record<BillRun, CompiledScenario>> };
  /** The sources that are named in it, by id. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The lessons that are named in it, by id. */
  readonly lessons: Readonly<Record<string, { readonly number: number; readonly title: string }>>;
}
