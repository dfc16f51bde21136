import { describe, expect, test } from 'vitest';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import { runNamed } from '../../testing/home-run.ts';
import { eventfulSpan } from './eventful-span.ts';
import { createStageReader } from './stage-reader.ts';

const home = runNamed('wifi-blip');
const stage = createStageReader(home);
const { restMs } = eventfulSpan(home);

function laneAt(atMs: number, index: number) {
  const view = stage.at(atMs)[index];
  if (view === undefined) throw new Error(`there is no lane ${index}`);
  return view;
}
const surfaceAt = (atMs: number, lane: number, name: string) =>
  laneAt(atMs, lane).surfaces.find((surface) => surface.name === name);

describe('the finished comparison of the home screen', () => {
  test('shows the report’s numbers on every surface', () => {
    for (const { head, surfaces } of stage.at(restMs)) {
      for (const { name, shown, missing, status } of surfaces) {
        const report = home.report.lanes[head.name]?.surfaces[name];
        expect({ shown, status }).toEqual({ shown: report?.shown, status: report?.status });
        if (status !== 'idle') expect(missing).toBe(report?.missing);
      }
    }
  });

  test('loses words on one pipe, is stuck with a buffer, and is whole with a session', () => {
    expect(stage.heads.map(({ verdict }) => verdict)).toEqual([
      { tone: 'harm', text: '22 of 41 words lost' },
      { tone: 'harm', text: 'stuck until someone reloads' },
      { tone: 'good', text: 'whole on both surfaces' },
    ]);
  });

  test('does not call lost what a reload brings back', () => {
    const script = home.scenario.script.map((entry) =>
      entry.do === 'drop' ? { ...entry, how: 'offline' as const } : entry,
    );
    const [pipe] = createStageReader(simulate({ ...home.scenario, script })).heads;
    expect(pipe?.verdict).toEqual({ tone: 'harm', text: 'stuck until someone reloads' });
  });

  test('draws holes where the words belong, and the words that came late', () => {
    expect(surfaceAt(restMs, 0, 'laptop')?.answers[0]?.segments).toEqual([
      { kind: 'on-time', from: 1, to: 19 },
      { kind: 'missing', from: 20, to: 41 },
    ]);
    expect(surfaceAt(restMs, 2, 'laptop')?.answers[0]?.segments.map(({ kind }) => kind)).toEqual(['on-time', 'late']);
  });

  test('cuts the pipe at the word that came last, and keeps the rest in the buffer', () => {
    expect(laneAt(restMs, 0).channel).toMatchObject({ kind: 'pipe', carried: 19, cut: { afterWord: 19 }, fallen: 22 });
    expect(laneAt(restMs, 1).channel).toMatchObject({ kind: 'pipe', buffer: { words: 41, readers: ['phone'] } });
  });

  test('counts what nobody saw', () => {
    expect(stage.at(restMs).map(({ agents }) => agents.map(({ unseen }) => unseen))).toEqual([[21], [0], [0]]);
  });

  test('has both cursors of the session at the same record', () => {
    const { channel } = laneAt(restMs, 2);
    expect(channel.kind === 'tape' && channel.cursors).toMatchObject([{ surfaces: ['laptop', 'phone'], isCut: false }]);
  });
});

describe('a moment within the run', () => {
  test('while the words come: no hole, and the newest word is on its way', () => {
    const segments = surfaceAt(1000, 0, 'laptop')?.answers[0]?.segments;
    expect(segments?.map(({ kind }) => kind)).toEqual(['on-time']);
    const { channel, agents } = laneAt(1000, 0);
    expect(agents[0]?.mood).toBe('writing');
    const flights = channel.kind === 'pipe' ? channel.flights : [];
    for (const { word, progress } of flights) {
      expect(word).toBeGreaterThan(segments?.at(-1)?.to ?? 0);
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThan(1);
    }
    expect(flights.length).toBeGreaterThan(0);
  });

  test('while the path is down: the session’s laptop tries to come back and the cursor stays', () => {
    const laptop = surfaceAt(3000, 2, 'laptop');
    expect(laptop).toMatchObject({ statusText: 'reconnecting', fault: 'reset', shown: 19 });
    const { channel } = laneAt(3000, 2);
    expect(channel.kind === 'tape' && channel.cursors.find(({ isCut }) => isCut)?.surfaces).toEqual(['laptop']);
  });

  test('before anything is open shows no answer', () => {
    expect(surfaceAt(1000, 0, 'phone')).toMatchObject({ status: 'closed', placeholder: 'Not open.' });
  });

  test('holes only grow while nothing comes, and never exceed what was made', () => {
    let before = 0;
    for (let atMs = 1600; atMs <= 4600; atMs += 50) {
      const missing = surfaceAt(atMs, 0, 'laptop')?.missing ?? -1;
      expect(missing).toBeGreaterThanOrEqual(before);
      expect(missing).toBeLessThanOrEqual(laneAt(atMs, 0).agents[0]?.made ?? 0);
      before = missing;
    }
  });

  test('gives the same objects for as long as nothing changed', () => {
    expect(surfaceAt(3000, 0, 'laptop')).toBe(surfaceAt(3001, 0, 'laptop'));
  });
});

describe('a stop', () => {
  test('that a surface’s own connection carried is told as a hang-up, and the verdict names the word', () => {
    const scenario = buildScenario({
      lanes: [{ lane: 'naive-sse', options: { signalForwarded: true } }],
      script: [
        { atMs: 0, on: 'laptop', do: 'open' },
        { atMs: 200, on: 'laptop', do: 'send' },
        { atMs: 1000, on: 'laptop', do: 'stop' },
      ],
    });
    const run = simulate(scenario);
    const [lane] = createStageReader(run).at(3000);
    expect(lane?.head.verdict).toEqual({
      tone: 'good',
      text: `stopped at word ${run.report.lanes['naive-sse']?.agent.generated ?? -1}`,
    });
    expect(lane?.agents[0]?.mood).toBe('stopped');
  });
});
