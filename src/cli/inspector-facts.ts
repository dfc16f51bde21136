/** What the inspector knows beside a run, read from the simulator when the page is built. */

import type { InspectorFacts } from '../protocol/inspector-facts.ts';
import { PORTRAITS } from '../sim/lanes/lane-list.ts';
import { machineGraphs } from '../sim/machine-graph.ts';
import { machineChart } from './machine-chart.ts';

export async function inspectorFacts(): Promise<InspectorFacts> {
  return {
    machines: await Promise.all(machineGraphs().map(machineChart)),
    lanes: Object.fromEntries(PORTRAITS.map(({ of, portrait: { wire, code } }) => [of.name, { wire, code }])),
  };
}
