/** Every lesson of the course, run and checked: what `npm run check-lessons` does, and what only all of them can show. */

import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../projection/lesson/fill-template.ts';
import { linkTerms, unexplainedAcronyms } from '../projection/lesson/glossary-links.ts';
import { lessonPicture } from '../projection/lesson/lesson-picture.ts';
import { lessonTexts } from '../projection/lesson/lesson-texts.ts';
import { lostBy } from '../projection/lesson/lost-by.ts';
import type { GlossaryTerm } from '../scenario/lesson/glossary.ts';
import { LESSON_COUNT } from '../scenario/lesson/lesson-part.ts';
import { SOLUTION_RUN, type Lesson } from '../scenario/lesson/lesson-data.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import type { Run } from '../sim/run.ts';
import { checkLessonFolder, readCourse, type LessonFile } from './lesson-files.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios', import.meta.url));
const checked = checkLessonFolder(FOLDER);
const lessons = checked.ok ? checked.value : [];
const course = readCourse(FOLDER);
const glossary = course.ok ? course.value.glossary : [];

test('every lesson keeps its claims, has its answers, tells its story in order and can be solved', () => {
  const complaints = checked.ok
    ? []
    : checked.error.flatMap(({ file, problems }) => problems.map((problem) => describeProblem(problem, file)));
  expect(complaints).toEqual([]);
  expect(lessons.map(({ lesson }) => lesson.number)).toEqual(Array.from({ length: LESSON_COUNT }, (_, at) => at + 1));
});

test('the picture of each lesson takes little more than a kilobyte, and each lane in it says how it came out', () => {
  const pictures = lessons.map(({ runs }) => lessonPicture([...runs.values()][0] ?? expect.fail('a lesson has a run')));
  for (const picture of pictures) expect(JSON.stringify(picture).length).toBeLessThan(1_200);
  expect(pictures.flatMap(({ lanes }) => lanes).filter(({ outcome }) => outcome === '')).toEqual([]);
});

describe('the words of the course', () => {
  /** The texts of a lesson one below the other, as they are read. */
  const textOf = ({ lesson, runs }: LessonFile) =>
    lessonTexts(lesson)
      .map(({ text }) => fillTemplate(text, runs))
      .join('\n');

  /** Where a form of a term first stands as a word of its own; acronyms are told by their case. */
  function firstUse(text: string, { term, also }: GlossaryTerm): number {
    const places = [term, ...also].map((form) => {
      const isAcronym = form === form.toUpperCase();
      const [searched, sought] = isAcronym ? [text, form] : [text.toLowerCase(), form.toLowerCase()];
      const isPart = (character: string | undefined) => character !== undefined && /[\p{L}\d]/u.test(character);
      let at = searched.indexOf(sought);
      const isWithin = (place: number) =>
        isPart(text[place - 1]) || text[place - 1] === '-' || isPart(text[place + sought.length]);
      while (at !== -1 && isWithin(at)) at = searched.indexOf(sought, at + 1);
      // Capitals within a word that is no acronym are another word: `DONE` is not `done`.
      return at === -1 || (!isAcronym && text.slice(at + 1, at + sought.length) !== form.slice(1)) ? Infinity : at;
    });
    return Math.min(...places);
  }

  test.each(lessons)('every term that $lesson.id uses is linked where it first stands, and nowhere else', (file) => {
    const text = textOf(file);
    const linked = new Map<string, number>();
    let at = 0;
    for (const { text: part, term } of linkTerms(text, glossary)) {
      if (term !== null) linked.set(term, at);
      at += part.length;
    }
    const used = glossary
      .map((entry) => ({ term: entry.term, at: firstUse(text, entry) }))
      .filter((use) => use.at !== Infinity);
    expect(used.length).toBeGreaterThan(3);
    expect(linked).toEqual(new Map(used.map((use) => [use.term, use.at])));
  });

  test('the glossary itself uses no acronym that it does not explain', () => {
    const said = glossary.flatMap(({ means, standsFor }) => [means, standsFor ?? '']).join('\n');
    expect(unexplainedAcronyms(said, glossary)).toEqual([]);
  });
});

describe('the session loses as well', () => {
  const SESSION = 'durable-session';

  const isSession = ({ lane }: { readonly lane: string }) => lane === SESSION;

  /** Promises that the session breaks in this run, that another architecture keeps, and that the lesson claims to be broken. */
  function claimedBreaks({ scenario, report }: Run): readonly string[] {
    const rivals = scenario.lanes.filter((lane) => !isSession(lane)).map(({ name }) => report.lanes[name]?.guarantees);
    return scenario.lanes.filter(isSession).flatMap(({ name }) =>
      Object.entries(scenario.expect[name]?.guarantees ?? {}).flatMap(([id, claim]) => {
        const isKeptElsewhere = rivals.some((guarantees) =>
          Object.entries(guarantees ?? {}).some(([other, { held }]) => other === id && held),
        );
        return claim === false && isKeptElsewhere ? [id] : [];
      }),
    );
  }

  /** Whether the lesson speaks of what the session costs: in a claim of this run, or by a number in a text or a question. */
  function speaksOfPrice({ predict, beats, observe, explain, handout }: Lesson, { scenario }: Run): boolean {
    const names = scenario.lanes.filter(isSession).map(({ name }) => name);
    if (names.some((name) => Object.keys(scenario.expect[name]?.bill ?? {}).length > 0)) return true;
    const said = JSON.stringify([predict, beats, observe, explain, handout]);
    return names.some((name) => said.includes(`"of":"bill","lane":"${name}"`));
  }

  /**
   * A lesson is lost by the session when it loses one of its runs, as `lostBy` reads it off the run, on something
   * that the lesson teaches: a promise that the session breaks and another architecture keeps, with the claim of the
   * lesson that it is broken; or a higher price for the same promises, with a claim or a number about that price.
   */
  const lost = lessons.filter(({ lesson, runs }) =>
    [...runs].some(([name, run]) => {
      const isLost = name !== SOLUTION_RUN && lostBy(new Map([[name, run]])).some(isSession);
      return isLost && (claimedBreaks(run).length > 0 || speaksOfPrice(lesson, run));
    }),
  );

  test('at least six lessons are lost by it, in whole or in part, on what they teach', () => {
    expect(lost.length, lost.map(({ lesson }) => lesson.number).join(', ')).toBeGreaterThanOrEqual(6);
  });

  test('the first lesson is lost by it in every run, and each architecture wins some', () => {
    const [first] = lessons.map(({ runs }) => lostBy(taught(runs)));
    expect(first).toEqual([{ lane: SESSION, title: 'Session', lost: 2, of: 2 }]);
    const wholly = lessons.map(({ runs }) => lostBy(taught(runs)).filter((loss) => loss.lost === loss.of));
    for (const lane of ['naive-sse', 'resumable-sse', SESSION])
      expect(wholly.filter((losers) => losers.every((loser) => loser.lane !== lane)).length).toBeGreaterThan(3);
  });

  function taught(runs: LessonFile['runs']): LessonFile['runs'] {
    return new Map([...runs].filter(([name]) => name !== SOLUTION_RUN));
  }
});
