/** A scenario and the named answers to what the simulator takes. */

import { err, ok, type Result } from '../base/result.ts';
import type { Answers } from './answers.ts';
import { laneLabel } from './check.ts';
import { laneNamed } from '../sim/lanes/lane-list.ts';
import type { AgentPart, CompiledAgent, CompiledLane, CompiledScenario, CompiledSurface } from './compiled-scenario.ts';
import { LIMITS } from './limits.ts';
import { mostTokens } from './longest-answer.ts';
import { suggestWord } from './nearest-word.ts';
import type { FieldProblem } from './scenario-problem.ts';
import type { AgentEntry, LaneEntry, Scenario } from './schema.ts';

/** Resolves the answer, cuts or repeats it to `agent.tokens` words, and fills in each surface's network. */
export function compileScenario(
  scenario: Scenario,
  answers: Answers,
): Result<CompiledScenario, readonly FieldProblem[]> {
  const agent = compileAgent('agent', scenario.agent, ['agent'], answers);
  if (!agent.ok) return agent;
  const agents: CompiledAgent[] = [];
  for (const [name, entry] of Object.entries(scenario.agents)) {
    const other = compileAgent(name, entry, ['agents', name], answers);
    if (!other.ok) return other;
    agents.push(other.value);
  }
  const late = lateTokens(scenario, mostTokens({ agent: agent.value, agents }));
  if (late.length > 0) return err(late);
  const { id, title, summary = '', seed, horizonMs, browser, proxy, prices, script, expect = {} } = scenario;
  return ok({
    id,
    title,
    summary,
    seed,
    horizonMs,
    lanes: scenario.lanes.map(compileLane),
    agent: agent.value,
    agents,
    processes: scenario.server.processes,
    browser,
    proxy,
    prices,
    surfaces: compileSurfaces(scenario),
    script,
    expect,
  });
}

function compileSurfaces({ surfaces, network }: Scenario): readonly CompiledSurface[] {
  return Object.entries(surfaces).map(([name, surface]) => ({
    name,
    kind: surface.kind,
    latencyMs: surface.network?.latencyMs ?? network.latencyMs,
    jitterMs: surface.network?.jitterMs ?? network.jitterMs,
    mayStop: surface.mayStop,
  }));
}

function compileLane(entry: LaneEntry): CompiledLane {
  const { name: lane, title, subtitle } = laneNamed(entry.lane);
  return { name: laneLabel(entry), lane, title, subtitle, options: entry.options };
}

function compileAgent(
  name: string,
  entry: AgentEntry,
  at: readonly string[],
  answers: Answers,
): Result<CompiledAgent, readonly FieldProblem[]> {
  const words = answerWords(entry, at, answers);
  if (!words.ok) return words;
  const count = words.value.length;
  const { firstTokenMs, tokenIntervalMs, stopLagMs } = entry;
  const late = entry.parts.findIndex((part) => part.afterToken > count);
  if (late === -1) {
    const parts = entry.parts.map(compilePart).toSorted((a, b) => a.afterToken - b.afterToken);
    return ok({ name, words: words.value, firstTokenMs, tokenIntervalMs, stopLagMs, parts });
  }
  return err([
    {
      path: [...at, 'parts', late, 'afterToken'],
      at: 'value',
      reason: `the answer has ${count} words, so nothing comes after word ${entry.parts[late]?.afterToken ?? 0}`,
      remedy: `Use ${count} or less, or raise tokens.`,
    },
  ]);
}

/** Steps are numbered in the order of the file, so that two calls of the same tool are two steps. */
function compilePart(part: AgentEntry['parts'][number], index: number): AgentPart {
  const { afterToken, effect } = part;
  if ('tool' in part) {
    const { tool, forMs, ignoresAbort } = part;
    return { kind: 'tool', afterToken, effect, tool, forMs, ignoresAbort, step: `${tool}-${index + 1}` };
  }
  return { kind: 'approval', afterToken, effect, approval: part.approval, step: `${part.approval}-${index + 1}` };
}

function answerWords(
  agent: AgentEntry,
  at: readonly string[],
  answers: Answers,
): Result<readonly string[], readonly FieldProblem[]> {
  const path = [...at, 'answer'];
  const { answer } = agent;
  const text = typeof answer === 'string' ? answers.get(answer) : answer.text;
  if (text === undefined) {
    const reason = `there is no answer named ${JSON.stringify(answer)}`;
    const remedy = `${suggestWord(typeof answer === 'string' ? answer : '', [...answers.keys()], 'Answers')} Or write answer: { text: "…" }.`;
    return err([{ path, at: 'value', reason, remedy }]);
  }
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0)
    return err([{ path, at: 'value', reason: 'the answer has no words', remedy: 'Write at least one.' }]);
  const count = agent.tokens ?? words.length;
  if (count <= LIMITS.tokens) return ok(Array.from({ length: count }, (_, index) => words[index % words.length] ?? ''));
  const reason = `the answer has ${count} words, more than the limit of ${LIMITS.tokens} (tokens)`;
  return err([
    { path, at: 'value', reason, remedy: `Shorten it, or cut it with agent: { tokens: ${LIMITS.tokens} }.` },
  ]);
}

/** Entries that wait for a token that the agent never makes would be left out in silence. */
function lateTokens({ script }: Scenario, count: number): readonly FieldProblem[] {
  return script.flatMap(({ after }, index) => {
    if (after === undefined || !('token' in after) || after.token <= count) return [];
    const reason = `token ${after.token} is never made, since the answer has ${count} words`;
    return [
      {
        path: ['script', index, 'after', 'token'],
        at: 'value' as const,
        reason,
        remedy: `Use ${count} or less, or raise agent.tokens.`,
      },
    ];
  });
}
