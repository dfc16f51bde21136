import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAnswers } from '../../cli/scenario-files.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { createScenarioFormat } from '../../scenario/scenario-format.ts';
import { scenarioNamed } from '../../testing/home-run.ts';
import { createPlaygroundState, reducePlayground } from '../playground/playground-state.ts';
import type { PlaygroundState } from '../playground/playground-state.ts';
import type { TextEditor } from './code/text-editor.ts';
import { isBehind } from './text-draft.ts';
import { TextSession } from './text-session.ts';

const FILE = readFileSync('scenarios/02-wifi-blip.yaml', 'utf8');
const read = readAnswers('scenarios');
const answers = read.ok ? read.value : expect.fail(read.error.file);
const format = createScenarioFormat({ answers, texts: new Map([['wifi-blip', FILE]]) });
const home = scenarioNamed('wifi-blip');

/** The text beside the page that it belongs to; nothing is read before `rest`. */
class Desk {
  state: PlaygroundState = createPlaygroundState(home);
  nowMs = 0;
  readonly session: TextSession;
  readonly #waiting = new Set<() => void>();

  constructor(leftText: string | null = null) {
    this.session = new TextSession(home, {
      format,
      onScenario: (written) => this.act({ type: 'scenario.written', ...written }),
      whenAtRest: (act) => {
        this.#waiting.add(act);
        return () => this.#waiting.delete(act);
      },
      now: () => this.nowMs,
      leftText,
    });
  }

  act(action: Parameters<typeof reducePlayground>[1]): void {
    this.state = reducePlayground(this.state, action);
    this.session.follow(this.state.scenario);
  }

  write(change: (text: string) => string): void {
    this.session.write(change(this.session.text));
  }

  rest(): void {
    for (const act of this.#waiting) act();
    this.#waiting.clear();
  }

  get script(): CompiledScenario['script'] {
    return this.state.scenario.script;
  }

  get steps(): readonly string[] {
    return this.state.tree.past.map(({ label }) => label);
  }
}

test('the file of a scenario of the app is opened with its comments', () => {
  expect(new Desk().session.text).toBe(FILE);
});

test('what is typed runs once the hands rest, and a burst of it is one step with a name', () => {
  const desk = new Desk();
  desk.write((text) => text.replace('atMs: 1600', 'atMs: 170'));
  expect(desk.state.scenario).toBe(home);
  desk.rest();
  desk.write((text) => text.replace('atMs: 170', 'atMs: 1700'));
  desk.rest();
  expect(desk.script[2]).toMatchObject({ atMs: 1700 });
  expect(desk.steps).toEqual(['text: 1.700 s Laptop drop (reset), 3 s']);
  desk.nowMs = 10_000;
  desk.write((text) => text.replace('seed: 6', 'seed: 7'));
  desk.rest();
  expect(desk.steps.slice(1)).toEqual(['text: seed 6 → 7']);
  desk.act({ type: 'edit.undone' });
  desk.act({ type: 'edit.undone' });
  expect(desk.state.scenario).toBe(home);
  expect(desk.session.text).toBe(FILE);
});

test('comments and blanks make no step', () => {
  const desk = new Desk();
  desk.write((text) => `# mine\n${text}\n`);
  desk.rest();
  expect(desk.steps).toEqual([]);
  desk.act({ type: 'seed.set', seed: 9 });
  expect(desk.session.text).toBe(`# mine\n${FILE.replace('seed: 6', 'seed: 9')}\n`);
});

test('a text that cannot be read leaves the page as it is, and says where and why', () => {
  const desk = new Desk();
  desk.write((text) => text.replace('do: drop', 'do: drip'));
  desk.rest();
  expect(desk.state.scenario).toBe(home);
  expect(desk.session.draft().problems).toEqual([
    expect.objectContaining({ path: 'script[2].do', line: 14, remedy: expect.stringContaining('"drop"') as string }),
  ]);
});

test('a flag that is dragged changes its line and leaves the comments', () => {
  const desk = new Desk();
  desk.act({ type: 'entries.moved', moves: [{ index: 2, atMs: 900 }], phase: 'dropped' });
  expect(desk.session.text).toBe(FILE.replace('atMs: 1600', 'atMs: 900'));
});

test('what is half written is kept when the page goes on, and the page’s scenario can be had instead', () => {
  const desk = new Desk();
  desk.write((text) => text.replace('do: drop', 'do: dr'));
  desk.rest();
  expect(isBehind(desk.session.draft(), desk.state.scenario)).toBe(false);
  const half = desk.session.text;
  desk.act({ type: 'seed.set', seed: 9 });
  expect(desk.session.text).toBe(half);
  expect(isBehind(desk.session.draft(), desk.state.scenario)).toBe(true);
  desk.session.takePage();
  expect(desk.session.text).toBe(FILE.replace('seed: 6', 'seed: 9'));
  expect(desk.state.scenario.seed).toBe(9);
});

test('what was half written stands for itself once it can be read, and the page’s change is a step before it', () => {
  const desk = new Desk();
  desk.write((text) => text.replace('do: drop', 'do: dr'));
  desk.rest();
  desk.act({ type: 'seed.set', seed: 9 });
  desk.write((text) => text.replace('do: dr', 'do: drop').replace('how: reset', 'how: close'));
  desk.rest();
  expect(desk.script[2]).toMatchObject({ do: 'drop', how: 'close' });
  expect(desk.state.scenario.seed).toBe(6);
  expect(desk.steps).toHaveLength(2);
});

test('an editor that is closed leaves nothing unread', () => {
  const desk = new Desk();
  const closed: string[] = [];
  const editor: TextEditor = {
    replace: () => undefined,
    mark: () => undefined,
    goTo: () => undefined,
    close: () => {
      closed.push(desk.session.text);
      return { text: desk.session.text, json: null };
    },
  };
  desk.session.attach(editor);
  desk.write((text) => text.replace('seed: 6', 'seed: 7'));
  desk.session.detach();
  expect(desk.state.scenario.seed).toBe(7);
  expect(closed).toEqual([FILE.replace('seed: 6', 'seed: 7')]);
  expect(desk.session.kept?.text).toBe(desk.session.text);
});

test('a text that could not be read when the page was left is there again, with what is wrong with it', () => {
  const left = FILE.replace('atMs: 1600', 'atMs: soon');
  const desk = new Desk(left);
  expect(desk.session.text).toBe(left);
  expect(desk.session.draft().problems).not.toEqual([]);
  expect(desk.session.draft().good.scenario).toBe(home);
});

test('a text with comments of its own is there again as it was left', () => {
  const left = `# mine\n${FILE}`;
  const desk = new Desk(left);
  expect(desk.session.text).toBe(left);
  expect(desk.session.draft().good.scenario).toBe(home);
});

test('a text that says something else than the page that was left takes over what the page says', () => {
  const desk = new Desk(`# mine\n${FILE.replace('atMs: 1600', 'atMs: 1700')}`);
  expect(desk.session.text).toBe(`# mine\n${FILE}`);
  expect(desk.steps).toEqual([]);
});
