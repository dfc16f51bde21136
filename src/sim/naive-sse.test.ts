/** The naive lane against `model.md` and the measured rows A0 to A2, rule by rule of `SPEC.md`. */

import { describe, expect, test } from 'vitest';
import { buildScenario } from '../testing/build-scenario.ts';
import { reportOf } from '../testing/report-of.ts';

const DROP = { atMs: 1070, on: 'laptop', do: 'drop', forMs: 3000 } as const;
const ask = (...script: object[]) => [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 100, on: 'laptop', do: 'send' },
  ...script,
];
const naive = (options: object, ...script: object[]) =>
  reportOf(
    buildScenario({
      lanes: [{ lane: 'naive-sse', options }],
      surfaces: { laptop: {}, phone: {} },
      script: ask(...script),
    }),
  );

describe('the naive lane', () => {
  test('[A1] the first token is shown one thinking time and two ways after the prompt, the last with the run', () => {
    const { agent, surfaces } = naive({});
    expect(agent).toMatchObject({ startedAtMs: 120, stoppedAtMs: 2270, generated: 40, end: 'complete' });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, lastShownAtMs: 2290, connections: 1 });
  });

  test('[N2] [L2] a reset is an error with the partial on screen, and by default the run goes on for nobody', () => {
    const { agent, surfaces, guarantees } = naive({}, { ...DROP, how: 'reset' });
    expect(surfaces['laptop']).toMatchObject({ status: 'error', shown: 15, missing: 25, recoveredAfterMs: null });
    expect(agent).toMatchObject({ generated: 40, unseen: 25, end: 'complete' });
    expect(guarantees).toMatchObject({ G1: { held: false }, G6: { held: true } });
  });

  test('[N3] [L1] a proper end without a terminal part looks complete', () => {
    expect(naive({}, { ...DROP, how: 'close' }).surfaces['laptop']).toMatchObject({ status: 'complete', missing: 25 });
  });

  test('[L3] nobody tells the server of an interface that is down, so a forwarded signal ends nothing', () => {
    const { agent, surfaces } = naive({ signalForwarded: true }, { ...DROP, how: 'offline' });
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
    expect(surfaces['laptop']).toMatchObject({ status: 'error', shown: 15 });
  });

  test('[L4] a silence that heals in time loses nothing: the bytes are sent again, late', () => {
    const { surfaces } = naive({}, { ...DROP, how: 'silent', forMs: 800 });
    // Lost from 1070 on; sent again 1.4 s after that, the first try after the path works at 1870.
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, lastShownAtMs: 2490 });
  });

  test('[L4] a silence without an end leaves the surface streaming for ever, and the run goes on', () => {
    const { surfaces, agent } = naive(
      { signalForwarded: true },
      { atMs: 1070, on: 'laptop', do: 'drop', how: 'silent' },
    );
    expect(surfaces['laptop']).toMatchObject({ status: 'streaming', shown: 15 });
    expect(agent.end).toBe('complete');
  });

  test('[L5] a frozen reader gets everything in a burst when it wakes', () => {
    const { surfaces, guarantees } = naive({}, { atMs: 1070, on: 'laptop', do: 'sleep', forMs: 3000 });
    expect(surfaces['laptop']).toMatchObject({ status: 'complete', missing: 0, lastShownAtMs: 4070 });
    expect(guarantees.G1.held).toBe(true);
  });

  test.each(['reset', 'close'] as const)(
    '[N4] with the signal forwarded, a %s ends the run when the server has noticed',
    (how) => {
      const { agent, guarantees } = naive({ signalForwarded: true }, { ...DROP, how });
      expect(agent).toMatchObject({ end: 'cancelled', stoppedAtMs: 1080 });
      expect(agent.generated).toBeLessThanOrEqual(16);
      expect(guarantees.G6).toMatchObject({ held: false, atMs: 1080 });
    },
  );

  test('[N5] a platform that does not propagate the close makes a forwarded signal worthless', () => {
    const { agent } = naive({ signalForwarded: true, closePropagated: false }, { ...DROP, how: 'reset' });
    expect(agent).toMatchObject({ end: 'complete', generated: 40 });
  });

  test('[N6] a refresh finds the part that was written by the cut, and nothing says that it is one', () => {
    const { surfaces, agent } = naive({}, { atMs: 1050, on: 'laptop', do: 'refresh' });
    expect(agent).toMatchObject({ generated: 40, end: 'complete' });
    expect(surfaces['laptop']?.status).toBe('complete');
    expect(surfaces['laptop']?.shown).toBeGreaterThanOrEqual(15);
    expect(surfaces['laptop']?.shown).toBeLessThanOrEqual(17);
  });

  test('[N6] with nothing saved at the cut, a refresh finds no answer', () => {
    const { surfaces } = naive({ saveOnClose: 'none' }, { atMs: 1050, on: 'laptop', do: 'refresh' });
    expect(surfaces['laptop']).toMatchObject({ status: 'idle', shown: 0 });
  });

  test('[N7] drained, a refresh finds nothing during the run and the whole on a later load', () => {
    const drained = (...script: object[]) =>
      naive({ drained: true }, { atMs: 1050, on: 'laptop', do: 'refresh' }, ...script);
    expect(drained().surfaces['laptop']).toMatchObject({ status: 'idle', shown: 0 });
    expect(drained({ atMs: 4000, on: 'laptop', do: 'refresh' }).surfaces['laptop']).toMatchObject({
      status: 'complete',
      missing: 0,
    });
  });

  test('[N8] an orphan under back-pressure stands still and never ends', () => {
    const { agent, guarantees } = naive({ onOrphan: 'stall' }, { ...DROP, how: 'reset' });
    expect(agent).toMatchObject({ end: 'running', stoppedAtMs: null });
    expect(guarantees.G6.held).toBe(false);
  });

  test('[N9] stop hangs up, which by default stops nothing', () => {
    const { agent, surfaces, guarantees } = naive({}, { atMs: 1050, on: 'laptop', do: 'stop' });
    expect(surfaces['laptop']?.status).toBe('cancelled');
    expect(agent).toMatchObject({ generatedAfterStop: 25, end: 'complete' });
    expect(guarantees.G5.held).toBe(false);
  });

  test('[N9] with the signal forwarded, stop ends the run one way later', () => {
    const { agent, guarantees } = naive({ signalForwarded: true }, { atMs: 1050, on: 'laptop', do: 'stop' });
    expect(agent).toMatchObject({ end: 'cancelled', generatedAfterStop: 0, stoppedAtMs: 1070 });
    expect(guarantees.G5.held).toBe(true);
  });

  test('[N10] a second surface has the history and nothing live, and its stop reaches nobody', () => {
    const { surfaces, guarantees } = naive(
      {},
      { atMs: 1000, on: 'phone', do: 'open' },
      { atMs: 1500, on: 'phone', do: 'stop' },
    );
    expect(surfaces['phone']).toMatchObject({ status: 'idle', shown: 0, missing: 40 });
    expect(guarantees.G5).toMatchObject({ held: false, surface: 'phone' });
  });
});
