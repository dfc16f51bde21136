/** Somebody's solution of a challenge, as the link that carries it and back. */

import { err, ok, type Result } from '../../base/result.ts';
import { applyShareLink } from '../apply-link.ts';
import type { CompiledScenario } from '../compiled-scenario.ts';
import type { LaneOptionFacts } from '../lane-option-fact.ts';
import { describeLinkProblem, describeUnmadeLink } from '../link-problem.ts';
import { makeShareLink } from '../make-link.ts';
import type { ShareLink } from '../share-link.ts';
import { encodeLearnLink } from './learn-link.ts';
import { lessonScenarios } from './lesson-data.ts';
import type { Lesson } from './lesson-data.ts';

interface Build {
  readonly laneOptions: LaneOptionFacts;
  /** The version of the model. */
  readonly model: number;
}

/** The hash part of the link to `shown`, a changed start of the challenge, or the sentence that says why there is none. */
export function encodeSolution(lesson: Lesson, shown: CompiledScenario, build: Build): Result<string, string> {
  const start = startOf(lesson);
  const context = { scenarios: [start], laneOptions: build.laneOptions };
  const { model } = build;
  const solution = makeShareLink({ ...shown, id: start.id, expect: start.expect }, context, {
    model,
    playheadMs: null,
    view: {},
  });
  const encoded = encodeLearnLink({ lesson: lesson.id, step: 'try', beat: null, solution });
  return encoded.ok ? encoded : err(describeUnmadeLink(encoded.error));
}

/** The start of the challenge with what the link changes, or a sentence for each part that does not fit. */
export function openSolution(
  lesson: Lesson,
  link: ShareLink,
  build: Build,
): Result<CompiledScenario, readonly string[]> {
  const start = startOf(lesson);
  const opened = applyShareLink(
    { ...link, scenario: start.id },
    { scenarios: [start], laneOptions: build.laneOptions },
  );
  return opened.ok ? ok(opened.value) : err(opened.error.map(describeLinkProblem));
}

function startOf(lesson: Lesson): CompiledScenario {
  return lessonScenarios(lesson).get(lesson.challenge.run) ?? lesson.scenario;
}
