/**
 * Links to a lesson (contract), beside the share link and made of the same parts:
 *
 *     #/learn/wifi-blip                 where it was left
 *     #/learn/wifi-blip/explain         a step of it: predict, run, observe, explain, try, done
 *     #/learn/wifi-blip/beat/3          a beat, counted from 1
 *     #/learn/wifi-blip/try?c=…&v=2&…   somebody's solution: the parameters of a share link of the lesson's scenario
 *
 * Decoding never throws; what cannot be read is named.
 */

import { err, ok, type Result } from '../../base/result.ts';
import type { LinkProblem } from '../link-problem.ts';
import { suggestWord } from '../nearest-word.ts';
import { decodeShareLink, encodeShareLink } from '../share-link.ts';
import type { ShareLink } from '../share-link.ts';
import { LESSON_STEPS } from './lesson-progress.ts';
import type { LessonStep } from './lesson-progress.ts';

export interface LearnLink {
  /** The id of the lesson. */
  readonly lesson: string;
  /** `null` for wherever it was left. */
  readonly step: LessonStep | null;
  /** A beat of the step `run`, counted from 0. */
  readonly beat: number | null;
  /** What was changed in the scenario of the challenge; only with the step `try`. */
  readonly solution: ShareLink | null;
}

const MOST_BEATS = 99;

export function encodeLearnLink({ lesson, step, beat, solution }: LearnLink): Result<string, LinkProblem> {
  const place = beat !== null ? `/beat/${beat + 1}` : step === null ? '' : `/${step}`;
  const path = `#/learn/${lesson}${place}`;
  if (solution === null) return ok(path);
  if (solution.source !== null) {
    const reason = 'it changes more of the scenario than a link can name';
    return err({ part: 'try', reason, remedy: 'Share the run as a file.' });
  }
  const shared = encodeShareLink({ ...solution, scenario: lesson });
  return shared.ok ? ok(`${path}${shared.value.slice(shared.value.indexOf('?'))}`) : shared;
}

/** `null` when the address is no link to a lesson. `model` is the version that this build simulates. */
export function decodeLearnLink(hash: string, model: number): Result<LearnLink | null, readonly LinkProblem[]> {
  if (!hash.startsWith('#/learn/')) return ok(null);
  const [, lesson = '', place, query] = /^#\/learn\/([a-z0-9-]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(hash) ?? [];
  const refuse = (part: string, reason: string, remedy: string) => err([{ part, reason, remedy }]);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(lesson))
    return refuse(hash, 'it names no lesson', 'The link may have been cut; copy it again.');
  const target = readPlace(place ?? '');
  if (!target.ok) return err([target.error]);
  const link = { lesson, ...target.value };
  if (query === undefined) return ok({ ...link, solution: null });
  if (link.step !== 'try') return refuse(`?${query}`, 'only a challenge takes changes', 'Remove it, or link to /try.');
  const shared = decodeShareLink(`#/play/${lesson}?${query}`, model);
  return shared.ok ? ok({ ...link, solution: shared.value }) : shared;
}

function readPlace(place: string): Result<Pick<LearnLink, 'step' | 'beat'>, LinkProblem> {
  if (place === '') return ok({ step: null, beat: null });
  const number = Number(/^beat\/(\d{1,2})$/.exec(place)?.[1] ?? Number.NaN);
  if (number >= 1 && number <= MOST_BEATS) return ok({ step: 'run', beat: number - 1 });
  const step = LESSON_STEPS.find((known) => known === place);
  if (step !== undefined) return ok({ step, beat: null });
  const reason = 'a lesson has no such place';
  return err({ part: `/${place}`, reason, remedy: suggestWord(place, [...LESSON_STEPS, 'beat/1'], 'Places') });
}
