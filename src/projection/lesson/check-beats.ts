/** Beats must happen, and one after the other: within one run their times do not go back. */

import type { Beat } from '../../scenario/lesson/lesson-data.ts';
import type { FieldProblem } from '../../scenario/scenario-problem.ts';
import { fillTemplate } from './fill-template.ts';
import { eventsLike, findMoment } from './find-moment.ts';
import type { LessonMoment, LessonRuns } from './find-moment.ts';
import { sentencesOf } from './sentences.ts';

export function checkBeats(beats: readonly Beat[], runs: LessonRuns): readonly FieldProblem[] {
  const moments = beats.map(({ after }) => findMoment(after, runs));
  return beats.flatMap((beat, index) => {
    const moment = moments[index] ?? null;
    if (moment === null) return [neverHappens(beat, index, runs)];
    return [...checkOrder(moment, moments[index - 1] ?? null, index), ...checkSentence(beat, index, runs)];
  });
}

function neverHappens({ after }: Beat, index: number, runs: LessonRuns): FieldProblem {
  const { pattern, token, nth, laterMs } = after;
  const run = runs.get(after.run);
  const found = run === undefined ? 0 : eventsLike(pattern, run).length;
  const where = `${pattern.event}${pattern.on === null ? '' : ` on ${pattern.on}`}`;
  const about = `${token === null ? '' : ` for word ${token}`}${nth === 1 ? '' : `, time ${nth},`}${laterMs === 0 ? '' : ` and ${laterMs} ms more`}`;
  const reason = `${where} in ${pattern.lane}${about} does not happen before the run ends; it happens ${found === 1 ? 'once' : `${found} times`}`;
  const happening = [...new Set(run?.lanes.find(({ name }) => name === pattern.lane)?.events.map(({ type }) => type))];
  const remedy = found > 0 ? 'Ask for one of these, or leave the rest away.' : `It has: ${happening.join(', ')}.`;
  return { path: ['lesson', 'beats', index, 'after'], at: 'value', reason, remedy };
}

function checkOrder(moment: LessonMoment, before: LessonMoment | null, index: number): readonly FieldProblem[] {
  if (before === null || before.run !== moment.run || moment.atMs >= before.atMs) return [];
  const reason = `it happens at ${moment.atMs} ms, before the beat above it at ${before.atMs} ms`;
  return [{ path: ['lesson', 'beats', index, 'after'], at: 'value', reason, remedy: 'Change the order of the beats.' }];
}

function checkSentence({ say }: Beat, index: number, runs: LessonRuns): readonly FieldProblem[] {
  const count = sentencesOf(fillTemplate(say, runs)).length;
  if (count <= 1) return [];
  const reason = `it has ${count} sentences`;
  return [
    { path: ['lesson', 'beats', index, 'say'], at: 'value', reason, remedy: 'A beat is one; make two beats of it.' },
  ];
}
