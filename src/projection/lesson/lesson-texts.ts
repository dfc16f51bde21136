/** Every text of a lesson that somebody reads, with the place in the file that it comes from. */

import type { Lesson, Question, Template } from '../../scenario/lesson/lesson-data.ts';
import type { FieldPath } from '../../scenario/scenario-problem.ts';

export interface PlacedText {
  readonly path: FieldPath;
  readonly text: Template;
}

export function lessonTexts(lesson: Lesson): readonly PlacedText[] {
  const { explain, challenge, handout } = lesson;
  const at = (text: Template, ...path: (string | number)[]): PlacedText => ({ path: ['lesson', ...path], text });
  return [
    { path: ['title'], text: [lesson.title] },
    at([lesson.question], 'question'),
    ...lesson.variants.map(({ title }, index) => at([title], 'variants', index, 'title')),
    ...lesson.predict.flatMap((question, index) => questionTexts(question, ['lesson', 'predict', index])),
    ...lesson.beats.flatMap(({ say, note }, index) => [
      at(say, 'beats', index, 'say'),
      ...(note === null ? [] : [at(note, 'beats', index, 'note')]),
    ]),
    ...questionTexts(lesson.observe, ['lesson', 'observe']),
    at(explain.text, 'explain', 'text'),
    at(explain.notModelled, 'explain', 'notModelled'),
    at(challenge.goal, 'try', 'goal'),
    at(challenge.hint, 'try', 'hint'),
    at(lesson.notes, 'notes'),
    at(handout.task, 'handout', 'task'),
    at(handout.answer, 'handout', 'answer'),
  ];
}

function questionTexts(question: Question, path: FieldPath): readonly PlacedText[] {
  const options = question.kind === 'choice' ? question.options : [];
  return [
    { path: [...path, 'ask'], text: question.ask },
    ...options.map(({ text }, index) => ({ path: [...path, 'options', index, 'text'], text: [text] })),
    ...(question.reveal === null ? [] : [{ path: [...path, 'reveal'], text: question.reveal }]),
  ];
}
