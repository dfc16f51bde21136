/** The machines of the simulator as plain data, read from their own definitions, so that none is drawn by hand. */

import type { AnyStateMachine, StateNode, TransitionDefinition } from 'xstate';
import type { GraphState, GraphTransition, MachineGraph } from '../protocol/machine-graph.ts';
import { agentRunMachine } from './agent/agent-run.machine.ts';
import { PORTRAITS } from './lanes/lane-list.ts';

// XState's nodes are typed by their machine; only what all of them have is read here.
// oxlint-disable-next-line typescript/no-explicit-any -- the library's own type takes its context and events
type Node = StateNode<any, any>;
// oxlint-disable-next-line typescript/no-explicit-any -- as above
type Transition = TransitionDefinition<any, any>;

/** Every machine of every lane, and the agent's. */
export function machineGraphs(): readonly MachineGraph[] {
  return [agentRunMachine, ...PORTRAITS.flatMap(({ portrait }) => portrait.machines)].map(machineGraph);
}

function machineGraph(machine: AnyStateMachine): MachineGraph {
  const nodes = descendants(machine.root);
  return {
    id: machine.id,
    states: nodes.map(toState),
    transitions: nodes.flatMap((node) => transitionsOf(node).flatMap(toTransition)),
  };
}

function descendants(node: Node): readonly Node[] {
  return Object.values(node.states).flatMap((child: Node) => [child, ...descendants(child)]);
}

function transitionsOf(node: Node): readonly Transition[] {
  return [...node.transitions.values(), node.always ?? []].flat();
}

function pathOf({ path }: Node): string {
  return path.join('.');
}

function toState(node: Node): GraphState {
  const parent = node.parent;
  return {
    path: pathOf(node),
    name: node.key,
    parent: parent === undefined || parent.path.length === 0 ? null : pathOf(parent),
    isInitial: parent?.type === 'compound' && parent.initial.target.includes(node),
    isParallel: node.type === 'parallel',
  };
}

function toTransition({ source, target, eventType, guard }: Transition): readonly GraphTransition[] {
  const from = pathOf(source);
  const type = String(eventType);
  const delay = /^xstate\.after\.(?<name>[^.]+)\./.exec(type)?.groups?.['name'];
  const kind = delay !== undefined ? 'delay' : type === '' ? 'always' : 'event';
  const what = { from, kind, on: delay ?? type, guard: guardName(guard) } as const;
  if (target === undefined) return [{ ...what, to: null }];
  return target.map((to: Node) => ({ ...what, to: pathOf(to) }));
}

function guardName(guard: Transition['guard']): string | null {
  if (guard === undefined) return null;
  if (typeof guard === 'string') return guard;
  return 'type' in guard ? guard.type : guard.name;
}
