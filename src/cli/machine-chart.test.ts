import { describe, expect, test } from 'vitest';
import { labelWidth } from '../projection/inspector/chart-measures.ts';
import { transitionText } from '../projection/inspector/transition-text.ts';
import type { Box } from '../protocol/machine-chart.ts';
import { machineGraphs } from '../sim/machine-graph.ts';
import { machineChart } from './machine-chart.ts';

const graphs = machineGraphs();
const charts = await Promise.all(graphs.map(machineChart));
const both = charts.flatMap((chart) => [
  { id: `${chart.id}, map`, chart, layout: chart.map },
  { id: `${chart.id}, with words`, chart, layout: chart.full },
]);

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Within a pixel, since places are rounded to tenths. */
function isOnBorder({ x, y, width, height }: Box, [px, py]: readonly [number, number]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1;
  const isWithin = px >= x - 1 && px <= x + width + 1 && py >= y - 1 && py <= y + height + 1;
  return isWithin && (near(px, x) || near(px, x + width) || near(py, y) || near(py, y + height));
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const));
}

test('every machine of every lane has a chart, and the agent’s has one', () => {
  expect(charts.map(({ id }) => id)).toEqual(graphs.map(({ id }) => id));
  expect(charts.map(({ id }) => id)).toContain('agent-run');
  expect(charts.length).toBeGreaterThan(8);
});

describe.each(both)('$id', ({ chart, layout }) => {
  test('every state stands inside the state around it, and in no other', () => {
    const paper = { x: 0, y: 0, width: layout.width, height: layout.height };
    const boxOf = (path: string | null) => (path === null ? paper : layout.boxes[path]);
    for (const { path, parent } of chart.states) {
      const [outer, inner] = [boxOf(parent), boxOf(path)];
      expect(outer !== undefined && inner !== undefined && holds(outer, inner), path).toBe(true);
    }
    for (const [a, b] of pairs(chart.states).filter(([a, b]) => a.parent === b.parent)) {
      const [one, other] = [boxOf(a.path), boxOf(b.path)];
      expect(one !== undefined && other !== undefined && overlap(one, other), `${a.path} and ${b.path}`).toBe(false);
    }
  });

  test('every transition that moves it is on exactly one arrow, from border to border', () => {
    const moving = chart.transitions.flatMap(({ to }, at) => (to === null ? [] : [at]));
    expect(layout.edges.flatMap(({ transitions }) => transitions).toSorted((a, b) => a - b)).toEqual(moving);
    for (const { from, to, points } of layout.edges) {
      const [source, target] = [layout.boxes[from], layout.boxes[to]];
      const [start, end] = [points[0], points.at(-1)];
      expect(source && start && isOnBorder(source, start), `${from} to ${to} begins`).toBe(true);
      expect(target && end && isOnBorder(target, end), `${from} to ${to} ends`).toBe(true);
    }
  });

  test('its arrows are level or upright but for a part of a pixel, so that their heads are', () => {
    for (const { points } of layout.edges)
      for (const [at, [x, y]] of points.entries()) {
        const [beforeX, beforeY] = points[at - 1] ?? [x, y];
        expect(Math.min(Math.abs(x - beforeX), Math.abs(y - beforeY))).toBeLessThan(0.8);
      }
  });
});

describe.each(charts)('$id with words', ({ states, transitions, full }) => {
  test('no two labels lie on each other, none lies on a state, and each has room for its longest line', () => {
    const labels = full.edges.flatMap((edge) => (edge.label === null ? [] : [{ ...edge, label: edge.label }]));
    expect(labels).toHaveLength(full.edges.length);
    for (const [a, b] of pairs(labels)) expect(overlap(a.label, b.label), `${a.from} ${b.from}`).toBe(false);
    const leaves = states.filter(({ path }) => !states.some(({ parent }) => parent === path));
    for (const { label, transitions: places } of labels) {
      for (const { path } of leaves) {
        const box = full.boxes[path];
        expect(box !== undefined && overlap(box, label), path).toBe(false);
      }
      const lines = places
        .flatMap((at) => transitions[at] ?? [])
        .map((transition) => labelWidth(transitionText(transition)));
      expect(label.width).toBeGreaterThanOrEqual(Math.max(...lines));
    }
  });
});

test('the same machine is laid out alike, and a map fits a narrow column better than its chart with words', async () => {
  const [first] = graphs;
  expect(first && (await machineChart(first))).toEqual(charts[0]);
  for (const { map, full } of charts) {
    expect(map.width).toBeLessThan(full.width);
    expect(map.width).toBeLessThanOrEqual(600);
  }
});
