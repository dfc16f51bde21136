import { describe, expect, test } from 'vitest';
import { runNamed } from '../testing/home-run.ts';
import { causeChain } from './cause-chain.ts';
import { momentsOf, sayMoment } from './moments.ts';
import { narrateEvent } from './narrate-event.ts';
import { plugMoment } from './plug-moment.ts';

const home = runNamed('wifi-blip');

describe('moments', () => {
  test('are in order, and every marker is an event', () => {
    const { eventsAtMs, markersAtMs } = momentsOf(home);
    expect(eventsAtMs).toEqual([...new Set(eventsAtMs)].toSorted((a, b) => a - b));
    expect(markersAtMs.length).toBeGreaterThan(4);
    for (const atMs of markersAtMs) expect(eventsAtMs).toContain(atMs);
  });

  test('of people and the network are markers', () => {
    const { markersAtMs } = momentsOf(home);
    for (const { atMs } of home.scenario.script) expect(markersAtMs).toContain(atMs);
  });

  test('say first what a person or the network did', () => {
    expect(sayMoment(home, 1600, 3)[0]).toBe('the connection is reset at the laptop, and the path is down for 3 s');
    expect(sayMoment(home, 1601, 3)).toEqual([]);
  });
});

describe('the sentence of an event', () => {
  test('exists for every event of every scenario, and has no hole in it', () => {
    for (const id of ['wifi-blip', 'nothing-goes-wrong', 'second-tab', 'stop-or-refresh']) {
      for (const { events } of runNamed(id).lanes) {
        for (const event of events) expect(narrateEvent(event)).toMatch(/^(?!.*(undefined|null|NaN)).{6,}$/);
      }
    }
  });
});

describe('a chain of causes', () => {
  test('leads from a broken guarantee back to what the network did', () => {
    const [trace] = home.lanes;
    const verdict = home.report.lanes['naive-sse']?.guarantees.G1;
    if (trace === undefined || verdict === undefined || verdict.held) throw new Error('G1 is broken in the first lane');
    const chain = causeChain(trace, Number(verdict.event.slice(1)));
    expect(chain[0]?.atMs).toBe(verdict.atMs);
    expect(chain.at(-1)).toMatchObject({ isRoot: true, atMs: 1600 });
  });
});

describe('where the plug is pulled', () => {
  test('is the playhead while words are still to come', () => {
    expect(plugMoment(home, 'laptop', 900)).toBe(900);
  });

  test('at the end is a fresh moment before the drop that is there', () => {
    const atMs = plugMoment(home, 'laptop', 5000);
    expect(atMs).toBeGreaterThan(450);
    expect(atMs).toBeLessThan(1600);
  });

  test('without a drop is in the middle of the answer', () => {
    const calm = runNamed('nothing-goes-wrong');
    const surface = calm.scenario.surfaces[0]?.name ?? '';
    const made = calm.lanes[0]?.events.filter((event) => event.type === 'token.generated') ?? [];
    const atMs = plugMoment(calm, surface, calm.scenario.horizonMs);
    expect(atMs).toBeGreaterThan(made[0]?.atMs ?? Infinity);
    expect(atMs).toBeLessThan(made.at(-1)?.atMs ?? 0);
  });
});
