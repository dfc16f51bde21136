/**
 * Lays the machines out as statecharts, from their own definitions. Machines do not change while the page
 * runs, so this is done when it is built, and no layout library is part of it.
 */

import ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { assertPresent } from '../base/assert.ts';
import {
  LABEL_LEADING,
  labelWidth,
  MARGIN,
  NAME_SIZE,
  PADDING,
  TITLE_HEIGHT,
} from '../projection/inspector/chart-measures.ts';
import { linesWithin, transitionText } from '../projection/inspector/transition-text.ts';
import { textWidth } from '../projection/timeline/text-width.ts';
import type { Box, ChartEdge, ChartLayout, MachineChart } from '../protocol/machine-chart.ts';
import type { MachineGraph } from '../protocol/machine-graph.ts';

const LAYERED = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.padding': padding(MARGIN),
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.feedbackEdges': 'true',
};

/** Downwards and close, since its place is a column. */
const MAP = {
  ...LAYERED,
  'elk.direction': 'DOWN',
  'elk.layered.layering.strategy': 'MIN_WIDTH',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '9',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
};

/** Sideways, since words are wider than high. */
const FULL = {
  ...LAYERED,
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

/** The same machine gives the same chart. */
export async function machineChart(graph: MachineGraph): Promise<MachineChart> {
  return { ...graph, map: await layOut(graph, MAP, false), full: await layOut(graph, FULL, true) };
}

async function layOut(
  graph: MachineGraph,
  options: Readonly<Record<string, string>>,
  hasWords: boolean,
): Promise<ChartLayout> {
  const edges = arrowsOf(graph);
  const root: ElkNode = await new ELK().layout({
    id: '',
    layoutOptions: { ...options },
    children: nodesOf(graph, null),
    edges: edges.map((edge, at) => ({
      id: `edge ${at}`,
      sources: [edge.from],
      targets: [edge.to],
      labels: hasWords ? [labelOf(graph, edge)] : [],
    })),
  });
  return {
    width: Math.ceil(root.width ?? 0),
    height: Math.ceil(root.height ?? 0),
    boxes: Object.fromEntries(flatten(root).map((node) => [node.id, boxOf(node)])),
    edges: edges.map((edge, at) => ({ ...edge, ...routeOf(assertPresent(root.edges?.[at], 'an edge')) })),
  };
}

type Arrow = Pick<ChartEdge, 'from' | 'to' | 'transitions'>;

function arrowsOf({ transitions }: MachineGraph): readonly Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const [at, { from, to }] of transitions.entries()) {
    if (to === null) continue;
    const key = `${from} ${to}`;
    arrows.set(key, { from, to, transitions: [...(arrows.get(key)?.transitions ?? []), at] });
  }
  return [...arrows.values()];
}

function nodesOf(graph: MachineGraph, parent: string | null): ElkNode[] {
  return graph.states
    .filter((state) => state.parent === parent)
    .map(({ path, name }) => {
      const children = nodesOf(graph, path);
      if (children.length > 0)
        return { id: path, children, layoutOptions: { 'elk.padding': padding(TITLE_HEIGHT + MARGIN) } };
      const lines = linesWithin(graph.transitions, path);
      return {
        id: path,
        width: Math.max(
          64,
          ...[textWidth(name, NAME_SIZE), ...lines.map(labelWidth)].map((width) => Math.ceil(width) + 2 * PADDING),
        ),
        height: TITLE_HEIGHT + (lines.length === 0 ? 2 : lines.length * LABEL_LEADING + 6),
      };
    });
}

function labelOf({ transitions }: MachineGraph, arrow: Arrow): { text: string; width: number; height: number } {
  const lines = arrow.transitions.map((at) => transitionText(assertPresent(transitions[at], 'a transition')));
  return {
    text: lines.join('\n'),
    width: Math.max(...lines.map(labelWidth)) + 6,
    height: lines.length * LABEL_LEADING,
  };
}

function padding(top: number): string {
  return `[top=${top},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`;
}

function flatten(node: ElkNode): readonly ElkNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...flatten(child)]);
}

function routeOf({ sections = [], labels = [] }: ElkExtendedEdge): Pick<ChartEdge, 'points' | 'label'> {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [tenth(x), tenth(y)] as const),
  );
  const [label] = labels;
  return { points, label: label === undefined ? null : boxOf(label) };
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x: tenth(x), y: tenth(y), width: tenth(width), height: tenth(height) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
