import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lessonPlugin } from './lesson-plugin.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));
const template = readFileSync(`${SCENARIOS}/lessons/template.yaml`, 'utf8');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lessons-'));
  mkdirSync(join(folder, 'lessons'));
  for (const name of ['answers.yaml', 'sources.yaml', 'glossary.yaml'])
    cpSync(`${SCENARIOS}/${name}`, join(folder, name));
  writeFileSync(
    join(folder, 'main.js'),
    'export { lessonSummaries, loadLesson } from "virtual:lessons";\nexport { sources, glossary } from "virtual:course";\n',
  );
  writeFileSync(join(folder, 'lessons', '03-my-lesson.yaml'), template);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The chunks of the page, built from the folder, the entry first. */
async function buildPage(): Promise<readonly { readonly fileName: string; readonly code: string }[]> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [lessonPlugin(folder)],
    build: { write: false, minify: false, lib: { entry: join(folder, 'main.js'), formats: ['es'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  return (bundle?.output ?? []).flatMap((chunk) => (chunk.type === 'chunk' ? [chunk] : []));
}

test('the list says what a rail shows, and each lesson is a chunk of its own, with neither parser nor schema', async () => {
  const [entry, ...chunks] = await buildPage();
  expect(entry?.code).toContain('A page is reloaded in the middle');
  expect(entry?.code).not.toContain('The page is reloaded, and what was on the screen is gone.');
  expect(chunks.map(({ code }) => code).join('')).toContain(
    'The page is reloaded, and what was on the screen is gone.',
  );
  expect(chunks.every(({ code }) => !code.includes('safeParse'))).toBe(true);
});

test('who loses a lesson is read off its runs, and so is its picture', async () => {
  const [entry] = await buildPage();
  const summaries: unknown = JSON.parse(summariesIn(entry?.code ?? ''));
  expect(summaries).toMatchObject([
    {
      lostBy: [{ lane: 'naive-sse', title: 'One pipe', lost: 2, of: 2 }, { lane: 'durable-session' }],
      picture: { lanes: [{ lane: 'naive-sse', tone: 'harm' }, { tone: 'good' }, { tone: 'good' }] },
    },
  ]);
});

/** The text of the list as it stands in the module, a JSON text within a string. */
function summariesIn(code: string): string {
  const text = /lessonSummaries = JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(code)?.[1] ?? '""';
  return String(JSON.parse(text));
}

test('a lesson that would mislead fails the build with file, line and column', async () => {
  const file = join(folder, 'lessons', '03-my-lesson.yaml');
  writeFileSync(file, template.replace('{{naive-sse.laptop.shown|words}} of', '{{naive-sse.laptop.shwon|words}} of'));
  await expect(buildPage()).rejects.toThrow(`${file}:40:24: unable to read lesson.predict[0].reveal; in {{naive-sse`);
});

test('two lessons with the same number fail the build', async () => {
  writeFileSync(join(folder, 'lessons', '03-other.yaml'), template.replace('id: my-lesson', 'id: other'));
  await expect(buildPage()).rejects.toThrow('03-my-lesson.yaml is lesson 3, my-lesson; this is 3, other');
});
