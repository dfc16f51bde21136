/** The stage: every lane of a run at one moment. Prepared once for a run, then read at any moment. */

import type { LaneName } from '../../protocol/lane-name.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario, CompiledSurface } from '../../scenario/compiled-scenario.ts';
import type { LaneReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { laneTitle } from '../moments.ts';
import { agentAt } from './agent-view.ts';
import type { AgentView } from './agent-view.ts';
import { indexAnswers } from './answer-index.ts';
import { indexChannel } from './channel-index.ts';
import { channelAt } from './channel-view.ts';
import type { ChannelView } from './channel-view.ts';
import { guaranteeChips } from './guarantee-chips.ts';
import type { GuaranteeChip } from './guarantee-chips.ts';
import { indexScreen } from './screen-index.ts';
import type { ScreenIndex } from './screen-index.ts';
import { surfaceAt, surfaceKey } from './surface-view.ts';
import type { SurfaceView } from './surface-view.ts';
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
  readonly agent: AgentView;
  readonly channel: ChannelView;
  readonly surfaces: readonly SurfaceView[];
}

export interface StageReader {
  readonly words: readonly string[];
  readonly heads: readonly LaneHead[];
  /** Views are the same objects as before for as long as nothing in them changed. */
  at(atMs: VirtualMs): readonly LaneView[];
}

export function createStageReader(run: Run): StageReader {
  const lanes = run.lanes.flatMap((trace) => {
    const report = run.report.lanes[trace.name];
    return report === undefined ? [] : [createLaneReader(run.scenario, trace, report)];
  });
  return {
    words: run.scenario.agent.words,
    heads: lanes.map(({ head }) => head),
    at: (atMs) => lanes.map((lane) => lane.at(atMs)),
  };
}

function createLaneReader(scenario: CompiledScenario, trace: LaneTrace, report: LaneReport) {
  const answers = indexAnswers(trace);
  const channel = indexChannel(trace);
  const screens = scenario.surfaces.map(({ name }) => indexScreen(trace, name));
  const surfaces = screens.map((screen, index) => createSurfaceReader(scenario.surfaces[index], screen));
  const head: LaneHead = {
    name: trace.name,
    lane: trace.lane,
    title: laneTitle(trace),
    subtitle: trace.subtitle,
    verdict: laneVerdict(trace, report),
    chips: guaranteeChips(trace, report),
  };
  const at = (atMs: VirtualMs): LaneView => {
    const begun = answers.filter((answer) => answer.startedAtMs <= atMs);
    const answer = begun.at(-1);
    return {
      head,
      agent: agentAt(answer, atMs),
      channel: channelAt(channel, screens, answer, scenario.agent.words.length, atMs),
      surfaces: surfaces.flatMap((surface) => surface(begun, atMs) ?? []),
    };
  };
  return { head, at };
}

function createSurfaceReader(surface: CompiledSurface | undefined, screen: ScreenIndex) {
  let kept: { readonly key: string; readonly view: SurfaceView } | null = null;
  return (answers: Parameters<typeof surfaceAt>[2], atMs: VirtualMs): SurfaceView | null => {
    if (surface === undefined) return null;
    const key = surfaceKey(screen, answers, atMs);
    if (kept?.key !== key) kept = { key, view: surfaceAt(surface, screen, answers, atMs) };
    return kept.view;
  };
}
