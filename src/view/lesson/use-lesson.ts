/** A lesson being taken: the machine's state, kept in this browser and written into the address as it goes. */

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Dispatch } from 'react';
import { beginLesson, lessonStep, progressOf, stepLesson } from '../../lesson/lesson-state.ts';
import type { LessonState } from '../../lesson/lesson-state.ts';
import type { LessonEvent } from '../../lesson/lesson.machine.ts';
import type { LearnLink } from '../../scenario/lesson/learn-link.ts';
import type { LessonProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import type { LoadedLesson } from './use-lesson-load.ts';

export interface LessonInHand {
  readonly state: LessonState;
  readonly progress: LessonProgress;
  readonly send: Dispatch<LessonEvent>;
}

export function useLesson(course: CoursePorts, { lesson, progress }: LoadedLesson, link: LearnLink): LessonInHand {
  const [state, send] = useReducer(stepLesson, null, () => {
    const begun = beginLesson({ questions: lesson.predict.length, beats: lesson.beats.length, progress });
    return followed(begun, link);
  });
  const followedLink = useRef(link);
  useEffect(() => {
    if (followedLink.current === link) return;
    followedLink.current = link;
    if (link.step !== null) send({ type: 'go', step: link.step, beat: link.beat });
  }, [link]);
  useKeptProgress(course, lesson.id, state);
  useAddress(course, lesson.id, state, link);
  return { state, progress: progressOf(state), send };
}

function followed(state: LessonState, { step, beat }: LearnLink): LessonState {
  return step === null ? state : stepLesson(state, { type: 'go', step, beat });
}

/** One after another: what is kept last is what happened last. Another lesson in another tab loses nothing. */
function useKeptProgress(course: CoursePorts, id: string, state: LessonState): void {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    const keep = async () => {
      const kept = await course.readProgress();
      await course.keepProgress({ last: id, lessons: { ...kept.lessons, [id]: progressOf(state) } });
    };
    // A browser that keeps nothing still teaches.
    last.current = last.current.then(keep).catch(() => undefined);
  }, [course, id, state]);
}

/** The place in the lesson stands in the address without a step in the history: back leads out of the lesson. */
function useAddress(course: CoursePorts, lesson: string, state: LessonState, { solution }: LearnLink): void {
  const step = lessonStep(state);
  const beat = step === 'run' ? state.context.beat : null;
  const latest = useRef(0);
  const write = useCallback(
    async (place: LearnLink) => {
      latest.current += 1;
      const turn = latest.current;
      const hash = await course.encodeLearnLink(place);
      if (hash.ok && turn === latest.current && location.hash.startsWith(`#/learn/${lesson}`))
        history.replaceState(history.state, '', hash.value);
    },
    [course, lesson],
  );
  useEffect(() => {
    void write({ lesson, step, beat, solution: step === 'try' ? solution : null });
  }, [write, lesson, step, beat, solution]);
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );
}
