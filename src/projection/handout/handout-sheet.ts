/** A lesson on paper: what is asked with a timeline to draw on, and what happens, both from the lesson's own runs. */

import { MAIN_RUN } from '../../scenario/lesson/lesson-data.ts';
import type { Lesson, Question } from '../../scenario/lesson/lesson-data.ts';
import type { Source, Sources } from '../../scenario/lesson/sources.ts';
import { timelineFigure } from '../figure/timeline-figure.ts';
import { answerKey } from '../lesson/answer-key.ts';
import { runOfQuestion, truthText } from '../lesson/answer-text.ts';
import { fillTemplate } from '../lesson/fill-template.ts';
import type { LessonRuns } from '../lesson/find-moment.ts';

/** How an answer is given on paper. */
export type PaperForm =
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'curve' };

export interface HandoutQuestion {
  readonly ask: string;
  /** The other run that it is about, as its title says it; `null` for the one on the timeline. */
  readonly when: string | null;
  readonly form: PaperForm;
  /** As people say it; `null` for a curve, which is on the true timeline. */
  readonly answer: string | null;
  readonly reveal: string | null;
}

export interface HandoutSheet {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly part: Lesson['part'];
  readonly minutes: number;
  readonly question: string;
  readonly task: string;
  readonly questions: readonly HandoutQuestion[];
  readonly answer: string;
  readonly principle: string;
  readonly notModelled: string;
  readonly sources: readonly Source[];
  readonly asOf: string;
  /** SVG: the timeline without what comes of it, and the true one on the same scale. */
  readonly blank: string;
  readonly figure: string;
}

/** The width at which a letter of the picture is as large as one of the text, on A4 and on Letter. */
const FIGURE = { width: 760, isTitled: false } as const;
/** For all lanes together: tall enough for a pencil, and lower where the text of the answer stands below it. */
const BLANK_HEIGHT = 372;
const FIGURE_HEIGHT = 288;
/** One lane alone is no taller than this. */
const MOST_LANE_HEIGHT = 160;

export function handoutSheet(lesson: Lesson, runs: LessonRuns, sources: Sources): HandoutSheet {
  const { id, number, title, part, minutes, question, explain, handout } = lesson;
  const run = runs.get(MAIN_RUN);
  const lanes = Math.max(1, lesson.scenario.lanes.length);
  const laneHeight = (all: number) => Math.min(MOST_LANE_HEIGHT, Math.floor(all / lanes));
  return {
    id,
    number,
    title,
    part,
    minutes,
    question,
    task: fillTemplate(handout.task, runs),
    questions: lesson.predict.map((asked) => paperQuestion(asked, lesson, runs)),
    answer: fillTemplate(handout.answer, runs),
    principle: fillTemplate(explain.text, runs),
    notModelled: fillTemplate(explain.notModelled, runs),
    sources: explain.sources.flatMap((known) => sources.get(known) ?? []),
    asOf: explain.asOf,
    blank:
      run === undefined ? '' : timelineFigure(run, { ...FIGURE, laneHeight: laneHeight(BLANK_HEIGHT), isBlank: true }),
    figure: run === undefined ? '' : timelineFigure(run, { ...FIGURE, laneHeight: laneHeight(FIGURE_HEIGHT) }),
  };
}

function paperQuestion(question: Question, { variants }: Lesson, runs: LessonRuns): HandoutQuestion {
  const key = answerKey(question, runs);
  const about = runOfQuestion(question);
  return {
    ask: fillTemplate(question.ask, runs),
    when: variants.find(({ id }) => id === about)?.title ?? null,
    form: paperForm(question),
    answer: key === null ? null : truthText(question, key),
    reveal: question.reveal === null ? null : fillTemplate(question.reveal, runs),
  };
}

function paperForm(question: Question): PaperForm {
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', options: question.options.map(({ text }) => text) };
    case 'number':
      return { kind: 'number', unit: UNIT_SIGNS[question.unit] ?? question.unit };
    default:
      return { kind: question.kind };
  }
}

const UNIT_SIGNS: Readonly<Partial<Record<string, string>>> = { percent: '%', seconds: 's' };
