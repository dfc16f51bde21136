/** A scenario and the named answers to what the simulator takes. */

import { err, ok, type Result } from '../base/result.ts';
import type { Answers } from './answers.ts';
import { laneLabel } from './check.ts';
import type { CompiledScenario, CompiledSurface } from './compiled-scenario.ts';
import { LIMITS } from './limits.ts';
import { suggestWord } from './nearest-word.ts';
import type { FieldProblem } from './scenario-problem.ts';
import type { Scenario } from './schema.ts';

/** Resolves the answer, cuts or repeats it to `agent.tokens` words, and fills in each surface's network. */
export function compileScenario(
  scenario: Scenario,
  answers: Answers,
): Result<CompiledScenario, readonly FieldProblem[]> {
  const words = answerWords(scenario, answers);
  if (!words.ok) return words;
  const late = lateTokens(scenario, words.value.length);
  if (late.length > 0) return err(late);
  const { id, title, summary = '', seed, horizonMs, agent, script, expect = {} } = scenario;
  return ok({
    id,
    title,
    summary,
    seed,
    horizonMs,
    lanes: scenario.lanes.map((entry) => ({ name: laneLabel(entry), lane: entry.lane, options: entry.options })),
    agent: {
      words: words.value,
      firstTokenMs: agent.firstTokenMs,
      tokenIntervalMs: agent.tokenIntervalMs,
      stopLagMs: agent.stopLagMs,
    },
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
  }));
}

function answerWords({ agent }: Scenario, answers: Answers): Result<readonly string[], readonly FieldProblem[]> {
  const path = ['agent', 'answer'];
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
