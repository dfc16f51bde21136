import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { medianOf, sentencesOf, wordCount } from '../projection/lesson/sentences.ts';
import { unexplainedAcronyms } from '../projection/lesson/glossary-links.ts';
import { theAudit } from '../testing/read-audit.ts';
import { auditPlugin } from './audit-plugin.ts';
import { readCourse } from './lesson-files.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  cpSync(SCENARIOS, folder, { recursive: true });
  writeFileSync(join(folder, 'main.js'), 'export { audit } from "virtual:audit";\n');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function buildPage(): Promise<string> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [auditPlugin(folder)],
    build: { write: false, minify: false, lib: { entry: join(folder, 'main.js'), formats: ['es'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  return (bundle?.output ?? []).map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}

/** Changes `audit.yaml`, and says on which line. */
function change(from: string, to: string): number {
  const file = join(folder, 'audit.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
}

describe('the audit in the build', () => {
  test('is data, with the runs of its bill, and brings neither parser nor schema along', async () => {
    const code = await buildPage();
    expect(code).toContain('What ends a run when its connection closes?');
    expect(code).toContain('audit-bill');
    expect(code).not.toContain('safeParse');
  });

  test.each([
    ['lesson: hidden-leash', 'lesson: hidden-leesh', 'there is no lesson "hidden-leesh". Did you mean "hidden-leash"?'],
    [
      '[vercel-ai-8390, ai-stopping-streams]',
      '[vercel-ai-8391]',
      'there is no source "vercel-ai-8391". Did you mean "vercel-ai-8390"?',
    ],
    [
      '{ naive-sse: { drained: true } }',
      '{ naive-sse: { draind: true } }',
      '"draind" is not a field here. Did you mean "drained"?',
    ],
    ['{ naive-sse: { drained: true } }', '{ naive: { drained: true } }', 'there is no lane "naive"'],
    ['step: redirect', 'step: redirected', '"redirected" is not one of the allowed values'],
    ['rests: pipe', 'rest: pipe', '"rest" is not a field here'],
    ['how: reset', 'how: rest', '"rest" is not one of the allowed values'],
    ['source: ad-pricing-chatbot', 'source: ad-pricing', 'there is no source "ad-pricing"'],
    ['- id: short', '- id: drained', 'there is an answer "drained" already'],
    ['- id: quiet', '- id: deploy', 'there is a question "deploy" already'],
  ])('with %s written as %s fails it, with file and line', async (from, to, reason) => {
    const line = change(from, to);
    const message = await buildPage().then(String, (error: unknown) => String(error));
    const found = message.split('\n').find((written) => written.includes(reason)) ?? message;
    expect(found).toContain(`${join(folder, 'audit.yaml')}:`);
    const at = Number(/audit\.yaml:(\d+):/.exec(found)?.[1]);
    // A twin is found at the second of the two.
    expect(reason.endsWith('already') ? at >= line : at === line, `line ${at} for ${line}: ${found}`).toBe(true);
  });
});

test('people can read it: short sentences, nothing in capitals that nobody explains, no exclamation', () => {
  const course = readCourse(SCENARIOS);
  const glossary = course.ok ? course.value.glossary : [];
  const { fit, capabilities, steps, questions, numbers, bill } = theAudit();
  const texts = [
    fit.ask,
    fit.product,
    fit.person,
    bill.notModelled,
    ...fit.toPerson.says,
    ...fit.toPerson.steps,
    ...Object.values(capabilities).flatMap(({ title, says }) => [title, says]),
    ...Object.values(steps).flatMap(({ title, says, check }) => [title, says, check]),
    ...questions.flatMap(({ ask, why, answers }) => [
      ask,
      why,
      ...answers.flatMap(({ text, gap }) => [text, ...(gap === null ? [] : [gap.says, gap.does])]),
    ]),
    ...numbers.map(({ note }) => note),
  ];
  expect(texts.filter((text) => text.includes('!'))).toEqual([]);
  expect(texts.flatMap((text) => unexplainedAcronyms(text, glossary))).toEqual([]);
  const lengths = texts.flatMap(sentencesOf).map(wordCount);
  expect(medianOf(lengths)).toBeLessThan(16);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(46);
});

test('a dozen questions or so are read and answered within ten minutes', () => {
  const { questions } = theAudit();
  expect(questions.length).toBeGreaterThanOrEqual(11);
  const words = questions.flatMap(({ ask, why, answers }) => [ask, why, ...answers.map(({ text }) => text)]);
  // Unhurried reading is 200 words a minute; each choice takes a quarter of a minute.
  const minutes = words.reduce((sum, text) => sum + wordCount(text), 0) / 200 + questions.length * 0.25;
  expect(minutes).toBeLessThan(10);
});
