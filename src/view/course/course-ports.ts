/** What every screen that shows lessons needs from below, handed in by the composition root. */

import type { Result } from '../../base/result.ts';
import type { LessonRuns } from '../../projection/lesson/find-moment.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Glossary } from '../../scenario/lesson/glossary.ts';
import type { LearnLink } from '../../scenario/lesson/learn-link.ts';
import type { Lesson, LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { Sources } from '../../scenario/lesson/sources.ts';
import type { ShareLink } from '../../scenario/share-link.ts';

/** What all lessons refer to. */
export interface CourseReference {
  readonly sources: Sources;
  readonly glossary: Glossary;
}

/** Each of the loaders may reject when the page cannot be reached; asking again tries again. */
export interface CoursePorts {
  /** The lessons, in the order of the course. */
  readonly loadSummaries: () => Promise<readonly LessonSummary[]>;
  readonly loadReference: () => Promise<CourseReference>;
  /** `null` when there is no lesson with this id. */
  readonly loadLesson: (id: string) => Promise<Lesson | null>;
  /** The lesson's own run and those of its variants, by name. Rejects with a sentence when one cannot be simulated. */
  readonly runLesson: (lesson: Lesson) => Promise<LessonRuns>;
  /** How far somebody has come, in this browser; nothing for the first visit, and where nothing can be kept. */
  readonly readProgress: () => Promise<CourseProgress>;
  readonly keepProgress: (progress: CourseProgress) => Promise<void>;
  readonly writeProgressFile: (progress: CourseProgress) => Promise<string>;
  /** Sentences for what cannot be read. */
  readonly readProgressFile: (text: string) => Promise<Result<CourseProgress, readonly string[]>>;
  /** The hash part of a link, or the sentence that says why there is none. */
  readonly encodeLearnLink: (link: LearnLink) => Promise<Result<string, string>>;
  /** `null` when the hash names no lesson, such as `#/learn`. */
  readonly decodeLearnLink: (hash: string) => Promise<Result<LearnLink | null, readonly string[]>>;
  /** The hash part of the link to a changed start of the lesson's challenge, or the sentence that says why there is none. */
  readonly encodeSolution: (lesson: Lesson, shown: CompiledScenario) => Promise<Result<string, string>>;
  /** The start of the challenge as a link changes it, or a sentence for each part that does not fit. */
  readonly openSolution: (lesson: Lesson, link: ShareLink) => Promise<Result<CompiledScenario, readonly string[]>>;
}
