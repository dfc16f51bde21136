import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkLessonText, listLessonFiles, readCourse } from '../../cli/lesson-files.ts';
import { handoutSheet } from './handout-sheet.ts';

const SCENARIOS = fileURLToPath(new URL('../../../scenarios', import.meta.url));
const course = readCourse(SCENARIOS);
const { sources } = course.ok ? course.value : expect.fail('the course can be read');

const sheets = listLessonFiles(SCENARIOS).map((file) => {
  const checked = course.ok ? checkLessonText(readFileSync(file, 'utf8'), file, course.value) : course;
  if (!checked.ok) throw new Error(`unable to read ${file}`);
  const { lesson, runs } = checked.value;
  return { id: lesson.id, lesson, sheet: handoutSheet(lesson, runs, sources) };
});

describe.each(sheets)('the handout of $id', ({ lesson, sheet }) => {
  test('asks every prediction of the lesson, and has the answer of each', () => {
    expect(sheet.questions).toHaveLength(lesson.predict.length);
    for (const { form, answer } of sheet.questions) {
      if (form.kind === 'curve') expect(answer).toBeNull();
      else expect(answer).toMatch(/\S/);
      if (form.kind === 'choice') expect(form.options).toContain(answer);
    }
  });

  test('a curve is asked of the run that is on the timeline', () => {
    expect(sheet.questions.filter(({ form, when }) => form.kind === 'curve' && when !== null)).toEqual([]);
  });

  test('has every placeholder filled, and every source', () => {
    const { task, answer, principle, notModelled } = sheet;
    for (const text of [task, answer, principle, notModelled])
      expect(text).not.toMatch(/\{\{|–(?=[\s.,;]|$)|undefined/);
    expect(sheet.sources).toHaveLength(lesson.explain.sources.length);
  });

  test('the blank timeline has every flag and lane of the run, and no curve, state or remark of it', () => {
    const flags = (svg: string) => svg.match(/<g class="flag [^]*?<\/g>/g) ?? [];
    const names = (svg: string) => svg.match(/class="name">[^<]*/g) ?? [];
    expect(flags(sheet.figure).length).toBeGreaterThan(0);
    expect(flags(sheet.blank)).toEqual(flags(sheet.figure));
    expect(names(sheet.blank)).toEqual(names(sheet.figure));
    for (const look of ['state-bar', 'state-label', 'message', 'stop-press', 'timeline-remark', 'timeline-parting'])
      expect(sheet.blank).not.toContain(`class="${look}`);
    expect(sheet.figure).toContain('class="state-bar');
    // Nothing is drawn where words would be: a curve is the only path of its colour.
    expect(sheet.blank).not.toMatch(/<path d="[^"]+" fill="none" stroke="light-dark/);
  });
});

test('the true timelines have their curves, but for the one where no word is ever shown', () => {
  const drawn = sheets.filter(({ sheet }) => /<path d="[^"]+" fill="none" stroke="light-dark/.test(sheet.figure));
  expect(sheets.filter((known) => !drawn.includes(known)).map(({ id }) => id)).toEqual(['stop-before-it-starts']);
});

test('a blank timeline is drawn on the scale of the true one', () => {
  for (const { sheet } of sheets) {
    const ticks = (svg: string) => svg.match(/class="timeline-tick"[^>]*x="[^"]*"/g);
    expect(ticks(sheet.blank)).toEqual(ticks(sheet.figure));
  }
});
