/** From a share link to what it shows: a scenario of the app, or one that the link carries, changed. */

import { refuseActor } from './check.ts';
import { err, ok, type Result } from '../base/result.ts';
import { addSurface } from './add-surface.ts';
import type { CompiledLane, CompiledScenario } from './compiled-scenario.ts';
import { refuseOption, type LaneOptionFacts } from './lane-option-fact.ts';
import { LIMITS } from './limits.ts';
import { formatEntry } from './link-entry.ts';
import type { LinkProblem } from './link-problem.ts';
import { mostTokens } from './longest-answer.ts';
import { suggestWord } from './nearest-word.ts';
import type { ScriptEntry } from './schema.ts';
import type { OptionChange, ShareLink } from './share-link.ts';

/** What an app knows, for a link to be applied to. */
export interface LinkContext {
  readonly scenarios: readonly CompiledScenario[];
  readonly laneOptions: LaneOptionFacts;
}

/** The scenario that the link names, with everything that the link changes; or every part that does not fit. */
export function applyShareLink(
  link: ShareLink,
  context: LinkContext,
): Result<CompiledScenario, readonly LinkProblem[]> {
  const original = context.scenarios.find(({ id }) => id === link.scenario);
  if (original === undefined) {
    const part = `#/play/${link.scenario ?? '_'}`;
    const remedy = suggestWord(
      link.scenario ?? '',
      context.scenarios.map(({ id }) => id),
      'Scenarios',
    );
    return err([{ part, reason: 'there is no such scenario here', remedy }]);
  }
  return changeScenario(original, link, context.laneOptions);
}

/** `original` with what the link changes; or every part that does not fit it. */
function changeScenario(
  original: CompiledScenario,
  link: ShareLink,
  laneOptions: LaneOptionFacts,
): Result<CompiledScenario, readonly LinkProblem[]> {
  const widened = link.surfaces.reduce(addSurface, original);
  const changed: CompiledScenario = {
    ...widened,
    seed: link.seed ?? widened.seed,
    lanes: widened.lanes.map((lane) => changeLane(lane, link.options)),
    script: link.script ?? widened.script,
  };
  const problems = [
    ...refuseSurfaces(changed),
    ...link.options.flatMap((change) => refuseChange(change, original.lanes, laneOptions)),
    ...(link.script ?? []).flatMap((entry) => refuseEntry(entry, changed)),
    ...refusePlayhead(link.playheadMs, changed),
  ];
  return problems.length > 0 ? err(problems) : ok(changed);
}

function changeLane(lane: CompiledLane, changes: readonly OptionChange[]): CompiledLane {
  const own = changes.filter(({ lane: name }) => name === lane.name);
  if (own.length === 0) return lane;
  const options = { ...lane.options, ...Object.fromEntries(own.map(({ option, value }) => [option, value])) };
  return { ...lane, options }; // each change is held against its option by `refuseChange`
}

function refuseChange(
  change: OptionChange,
  lanes: readonly CompiledLane[],
  facts: LaneOptionFacts,
): readonly LinkProblem[] {
  const part = `${change.lane}.${change.option}:${change.value}`;
  const lane = lanes.find(({ name }) => name === change.lane);
  if (lane === undefined) {
    const remedy = suggestWord(
      change.lane,
      lanes.map(({ name }) => name),
      'Lanes',
    );
    return [{ part, reason: `there is no lane "${change.lane}"`, remedy }];
  }
  const known = facts[lane.lane] ?? [];
  const fact = known.find(({ name }) => name === change.option);
  if (fact === undefined) {
    const remedy = suggestWord(
      change.option,
      known.map(({ name }) => name),
      'Options',
    );
    return [{ part, reason: `the lane has no option "${change.option}"`, remedy }];
  }
  const reason = refuseOption(fact, change.value);
  return reason === null ? [] : [{ part, reason, remedy: '' }];
}

function refuseEntry(entry: ScriptEntry, scenario: CompiledScenario): readonly LinkProblem[] {
  const part = formatEntry(entry);
  const { surfaces, agents, horizonMs } = scenario;
  const refusal = refuseActor(entry, {
    surfaces: surfaces.map(({ name }) => name),
    agents: agents.map(({ name }) => name),
  });
  if (refusal !== null) return [{ part, ...refusal }];
  if (entry.atMs !== undefined && entry.atMs > horizonMs) {
    return [{ part, reason: `the run ends at ${horizonMs} ms`, remedy: 'Choose an earlier moment.' }];
  }
  const most = mostTokens(scenario);
  if (entry.after === undefined || !('token' in entry.after) || entry.after.token <= most) return [];
  return [{ part, reason: `the answer has ${most} words`, remedy: 'Choose one of them.' }];
}

function refuseSurfaces({ surfaces }: CompiledScenario): readonly LinkProblem[] {
  if (surfaces.length <= LIMITS.surfaces) return [];
  const reason = `it makes ${surfaces.length} surfaces, more than the limit of ${LIMITS.surfaces}`;
  return [{ part: 'add', reason, remedy: 'Remove some of them.' }];
}

function refusePlayhead(playheadMs: number | null, { horizonMs }: CompiledScenario): readonly LinkProblem[] {
  if (playheadMs === null || playheadMs <= horizonMs) return [];
  return [{ part: `at=${playheadMs}`, reason: `the run ends at ${horizonMs} ms`, remedy: 'Choose an earlier moment.' }];
}
