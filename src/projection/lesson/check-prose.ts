/** Whether people can read a lesson: length, sentences, words that nobody explains. */

import type { Glossary } from '../../scenario/lesson/glossary.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { FieldProblem } from '../../scenario/scenario-problem.ts';
import { fillTemplate } from './fill-template.ts';
import type { LessonRuns } from './find-moment.ts';
import { unexplainedAcronyms } from './glossary-links.ts';
import { lessonTexts } from './lesson-texts.ts';
import { medianOf, sentencesOf, wordCount } from './sentences.ts';

const MOST_EXPLAINED = 80;
const MEDIAN_SENTENCE = 20;
const LONGEST_SENTENCE = 35;

export function checkProse(lesson: Lesson, runs: LessonRuns, glossary: Glossary): readonly FieldProblem[] {
  const texts = lessonTexts(lesson).map(({ path, text }) => ({ path, text: fillTemplate(text, runs) }));
  const problems: FieldProblem[] = [];
  const explained = wordCount(fillTemplate(lesson.explain.text, runs));
  if (explained > MOST_EXPLAINED) {
    const reason = `it has ${explained} words, more than ${MOST_EXPLAINED}`;
    const remedy = 'One principle is enough; the rest belongs to the beats or the notes.';
    problems.push({ path: ['lesson', 'explain', 'text'], at: 'value', reason, remedy });
  }
  for (const { path, text } of texts) {
    for (const word of unexplainedAcronyms(text, glossary)) {
      const reason = `nobody explains “${word}”`;
      const remedy = 'Add it to scenarios/glossary.yaml with what it stands for, or write it out.';
      problems.push({ path, at: 'value', reason, remedy, near: word });
    }
    if (text.includes('!')) {
      const remedy = 'State it plainly.';
      problems.push({ path, at: 'value', reason: 'it has an exclamation mark', remedy, near: '!' });
    }
    const long = sentencesOf(text).find((sentence) => wordCount(sentence) > LONGEST_SENTENCE);
    if (long === undefined) continue;
    const reason = `the sentence “${long.slice(0, 40)}…” has ${wordCount(long)} words, more than ${LONGEST_SENTENCE}`;
    problems.push({ path, at: 'value', reason, remedy: 'Make two of it.' });
  }
  const median = medianOf(texts.flatMap(({ text }) => sentencesOf(text)).map(wordCount));
  if (median >= MEDIAN_SENTENCE) {
    const reason = `half of its sentences have ${median} words or more; under ${MEDIAN_SENTENCE} is wanted`;
    problems.push({ path: ['lesson'], at: 'key', reason, remedy: 'Shorten the long ones.' });
  }
  return problems;
}
