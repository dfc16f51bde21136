/** The stage: every lane of a run at one moment. Prepared once for a run, then read at any moment. */

import type { BeliefTracks } from '../../protocol/belief.ts';
import type { LaneName } from '../../protocol/lane-name.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledAgent, CompiledScenario, CompiledSurface } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { laneTitle } from '../moments.ts';
import { indexAgent } from './agent-index.ts';
import { agentAt } from './agent-view.ts';
import type { AgentView } from './agent-view.ts';
import { indexAnswers, newestAnswers } from './answer-index.ts';
import { farEndBelief } from './belief-view.ts';
import type { BeliefView } from './belief-view.ts';
import { indexChannel } from './channel-index.ts';
import { channelAt } from './channel-view.ts';
import type { ChannelView } from './channel-view.ts';
import { indexChat } from './chat-index.ts';
import { guaranteeChips } from './guarantee-chips.ts';
import type { GuaranteeChip } from './guarantee-chips.ts';
import { indexScreen } from './screen-index.ts';
import type { ScreenIndex } from './screen-index.ts';
import { latestAt } from './sorted-times.ts';
import { surfaceAt, surfaceKey } from './surface-view.ts';
import type { LaneKnowledge, SurfaceView } from './surface-view.ts';
import { laneVerdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** What does not change with the moment. */
export interface LaneHead {
  readonly name: string;
  readonly lane: LaneName;
  readonly title: string;
  readonly subtitle: string;
  readonly verdict: Verdict;
  readonly chips: readonly GuaranteeChip[];
}

export interface LaneView {
  readonly head: LaneHead;
  /** In the order of the scenario: the one that answers, and those that answer beside it. */
  readonly agents: readonly AgentView[];
  readonly channel: ChannelView;
  /** What the server of a pipe, or the session, takes for true; `null` before it has heard anything. */
  readonly farEnd: { readonly actor: 'server' | 'session'; readonly view: BeliefView } | null;
  readonly surfaces: readonly SurfaceView[];
}

export interface StageReader {
  /** How many words all answers to one prompt come to. */
  readonly length: number;
  readonly heads: readonly LaneHead[];
  /** Views are the same objects as before for as long as nothing in them changed. */
  at(atMs: VirtualMs): readonly LaneView[];
}

export function createStageReader(run: Run): StageReader {
  const lanes = run.lanes.flatMap((trace) => {
    const report = run.report.lanes[trace.name];
    return report === undefined ? [] : [createLaneReader(run.scenario, trace, report, run.beliefs[trace.name] ?? {})];
  });
  return {
    length: lengthOf(run.scenario),
    heads: lanes.map(({ head }) => head),
    at: (atMs) => lanes.map((lane) => lane.at(atMs)),
  };
}

function createLaneReader(scenario: CompiledScenario, trace: LaneTrace, report: LaneReport, beliefs: BeliefTracks) {
  const answers = indexAnswers(trace);
  const agents = agentsOf(scenario).map(({ name }) => indexAgent(trace, name));
  const screens = scenario.surfaces.map(({ name }) => indexScreen(trace, name, answers));
  const channel = indexChannel(trace, answers, screens);
  const texts = new Map(agentsOf(scenario).map(({ name, words }) => [name, words]));
  const knowledge: LaneKnowledge = { textOf: (agent) => texts.get(agent) ?? [], chat: indexChat(trace), beliefs };
  const farEnd = channel.kind === 'session' ? 'session' : 'server';
  const surfaces = screens.map((screen, index) => createSurfaceReader(scenario.surfaces[index], screen, knowledge));
  const length = lengthOf(scenario);
  const head: LaneHead = {
    name: trace.name,
    lane: trace.lane,
    title: laneTitle(trace),
    subtitle: trace.subtitle,
    verdict: laneVerdict(trace, report),
    chips: guaranteeChips(scenario, trace, report),
  };
  const at = (atMs: VirtualMs): LaneView => {
    const begun = answers.filter((answer) => answer.startedAtMs <= atMs);
    const newest = newestAnswers(begun);
    const told = farEndBelief(latestAt(beliefs[farEnd] ?? [], atMs));
    return {
      head,
      agents: agents.map((agent) =>
        agentAt(
          agent,
          newest.find((answer) => answer.agent === agent.name),
          beliefs[agent.name] ?? [],
          atMs,
        ),
      ),
      channel: channelAt(channel, screens, newest, length, atMs),
      farEnd: told === null ? null : { actor: farEnd, view: told },
      surfaces: surfaces.flatMap((surface) => surface(begun, atMs) ?? []),
    };
  };
  return { head, at };
}

function createSurfaceReader(surface: CompiledSurface | undefined, screen: ScreenIndex, knowledge: LaneKnowledge) {
  let kept: { readonly key: string; readonly view: SurfaceView } | null = null;
  return (answers: Parameters<typeof surfaceAt>[2], atMs: VirtualMs): SurfaceView | null => {
    if (surface === undefined) return null;
    const key = surfaceKey(screen, answers, knowledge, atMs);
    if (kept?.key !== key) kept = { key, view: surfaceAt(surface, screen, answers, knowledge, atMs) };
    return kept.view;
  };
}

function agentsOf({ agent, agents }: CompiledScenario): readonly CompiledAgent[] {
  return [agent, ...agents];
}

function lengthOf(scenario: CompiledScenario): number {
  return agentsOf(scenario).reduce((sum, { words }) => sum + words.length, 0);
}
