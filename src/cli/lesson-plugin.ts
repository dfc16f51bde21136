/**
 * Vite plugin: `virtual:lessons` is the list of the lessons, and loads each as a chunk of its own; `virtual:course` is
 * their sources and the glossary. All of it is read, run and checked when it is built, so that no page needs a parser
 * for it, and a lesson that would mislead fails the build, with file, line and column.
 */

import { join } from 'node:path';
import type { Plugin } from 'vite';
import { assertPresent } from '../base/assert.ts';
import { fillTemplate } from '../projection/lesson/fill-template.ts';
import { termsIn } from '../projection/lesson/glossary-links.ts';
import { lessonPicture } from '../projection/lesson/lesson-picture.ts';
import { lessonTexts } from '../projection/lesson/lesson-texts.ts';
import { lostBy } from '../projection/lesson/lost-by.ts';
import type { Glossary } from '../scenario/lesson/glossary.ts';
import { MAIN_RUN, SOLUTION_RUN, type LessonSummary } from '../scenario/lesson/lesson-data.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { checkLessonFolder, listLessonFiles, readCourse, type LessonFile } from './lesson-files.ts';
import type { FileProblems } from './scenario-files.ts';

const LIST = '\0virtual:lessons';
const COURSE = '\0virtual:course';
/** Written into the module, not done here. */
const LOAD = 'import';
const ONE = '\0virtual:lesson/';

/** `folder` holds `lessons`, `answers.yaml`, `sources.yaml` and `glossary.yaml`. */
export function lessonPlugin(folder: string): Plugin {
  /** Running all lessons takes a moment, and each of them is a module. */
  let checked: ReturnType<typeof checkLessonFolder> | null = null;
  return {
    name: 'pull-the-plug:lessons',
    buildStart() {
      checked = null;
    },
    resolveId: (id) => (/^virtual:(lessons|course|lesson\/[a-z0-9-]+)$/.test(id) ? `\0${id}` : null),
    load(id) {
      if (id !== LIST && id !== COURSE && !id.startsWith(ONE)) return null;
      for (const name of ['answers.yaml', 'sources.yaml', 'glossary.yaml']) this.addWatchFile(join(folder, name));
      if (id === COURSE) {
        const course = readCourse(folder);
        if (!course.ok) return this.error(describeAll(course.error));
        const { sources, glossary } = course.value;
        return `export const sources = new Map(${parsed([...sources])});\nexport const glossary = ${parsed(glossary)};`;
      }
      for (const file of listLessonFiles(folder)) this.addWatchFile(file);
      checked ??= checkLessonFolder(folder);
      if (!checked.ok) return this.error(describeAll(checked.error));
      if (id === LIST) {
        const course = readCourse(folder);
        return course.ok ? listModule(checked.value, course.value.glossary) : this.error(describeAll(course.error));
      }
      const found = checked.value.find(({ lesson }) => lesson.id === id.slice(ONE.length));
      return found === undefined ? null : `export const lesson = ${parsed(found.lesson)};`;
    },
    configureServer(server) {
      const reload = (file: string) => {
        if (!file.startsWith(folder)) return;
        checked = null;
        for (const module of server.moduleGraph.idToModuleMap.values()) {
          const isOurs = module.id !== null && [LIST, COURSE, ONE].some((id) => module.id?.startsWith(id) === true);
          if (isOurs) server.moduleGraph.invalidateModule(module);
        }
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

function listModule(files: readonly LessonFile[], glossary: Glossary): string {
  const summaries = files.map(({ lesson, runs }): LessonSummary => {
    const { id, title, number, part, question, minutes } = lesson;
    const taught = new Map([...runs].filter(([name]) => name !== SOLUTION_RUN));
    const picture = lessonPicture(assertPresent(runs.get(MAIN_RUN), 'a checked lesson has been run'));
    const texts = lessonTexts(lesson).map(({ text }) => fillTemplate(text, runs));
    const terms = [...termsIn(texts, glossary)];
    return { id, title, number, part, question, minutes, lostBy: lostBy(taught), picture, terms };
  });
  const loaders = files.map(
    ({ lesson: { id } }) => `  [${JSON.stringify(id)}, () => ${LOAD}('virtual:lesson/${id}')],`,
  );
  return [
    `export const lessonSummaries = ${parsed(summaries)};`,
    `const loaders = new Map([`,
    ...loaders,
    `]);`,
    `export async function loadLesson(id) {`,
    `  const load = loaders.get(id);`,
    `  return load === undefined ? null : (await load()).lesson;`,
    `}`,
  ].join('\n');
}

/** A JSON text inside a string is parsed faster than the same data as source. */
function parsed(data: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

function describeAll(refused: readonly FileProblems[]): string {
  const lines = refused.flatMap(({ file, problems }) => problems.map((problem) => describeProblem(problem, file)));
  return ['unable to compile the lessons', ...lines].join('\n  ');
}
