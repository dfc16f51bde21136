/**
 * Vite plugin: `virtual:scenarios` is the repository's scenarios as compiled data, and the lanes' options, so that neither
 * the YAML reader nor the schema library is part of the page's first load. `virtual:scenario-texts` is the
 * files as people wrote them, and the named answers, for who reads and writes scenarios as text. A file that cannot
 * be taken fails the build, with file, line and column. In development an edit reloads the page.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { describeLaneOptions } from '../scenario/describe-lane-options.ts';
import { describeProblem } from '../scenario/scenario-problem.ts';
import { compileScenarioFolder, readAnswers, type FileProblems, type ScenarioFile } from './scenario-files.ts';

const ID = 'virtual:scenarios';
const TEXTS_ID = 'virtual:scenario-texts';
const resolved = (id: string) => `\0${id}`;

/** `folder` holds the scenario files and `answers.yaml`. */
export function scenarioPlugin(folder: string): Plugin {
  return {
    name: 'pull-the-plug:scenarios',
    resolveId: (id) => (id === ID || id === TEXTS_ID ? resolved(id) : null),
    load(id) {
      if (id !== resolved(ID) && id !== resolved(TEXTS_ID)) return null;
      this.addWatchFile(join(folder, 'answers.yaml'));
      const files = compileScenarioFolder(folder);
      if (!files.ok) return this.error(describeAll(files.error));
      for (const { file } of files.value) this.addWatchFile(file);
      if (id === resolved(TEXTS_ID)) return textsModule(folder, files.value);
      // A JSON text inside a string is parsed faster than the same data as source.
      const data = JSON.stringify(JSON.stringify(files.value.map(({ compiled }) => compiled)));
      const options = JSON.stringify(describeLaneOptions());
      return `export const scenarios = JSON.parse(${data});\nexport const laneOptions = ${options};`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      const reload = (file: string) => {
        if (!file.startsWith(folder)) return;
        for (const id of [ID, TEXTS_ID]) {
          const module = server.moduleGraph.getModuleById(resolved(id));
          if (module) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

function textsModule(folder: string, files: readonly ScenarioFile[]): string {
  const answers = readAnswers(folder);
  const texts = files.map(({ file, compiled }) => [compiled.id, readFileSync(file, 'utf8')]);
  return [
    `export const answers = new Map(${JSON.stringify(answers.ok ? [...answers.value] : [])});`,
    `export const texts = new Map(${JSON.stringify(texts)});`,
  ].join('\n');
}

function describeAll(refused: readonly FileProblems[]): string {
  const lines = refused.flatMap(({ file, problems }) => problems.map((problem) => describeProblem(problem, file)));
  return ['unable to compile the scenarios', ...lines].join('\n  ');
}
