/** Scenarios for tests, written as a person would write them, with the words `w1 w2 …` as the answer. */

import { parseAnswers } from '../scenario/answers.ts';
import { compileScenario } from '../scenario/compile.ts';
import type { CompiledScenario } from '../scenario/compiled-scenario.ts';
import { validateScenario } from '../scenario/validate.ts';

/** Compiles `parts` over a small world of 40 tokens; throws with the problems when it is not a scenario. */
export function buildScenario(parts: object): CompiledScenario {
  const whole = {
    version: 1,
    id: 'built',
    title: 'Built by a test',
    agent: { answer: { text: 'word' }, tokens: 40 },
    ...parts,
  };
  const scenario = validateScenario(whole);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  const answers = parseAnswers('version: 1\nanswers: { any: word }');
  if (!answers.ok) throw new Error(JSON.stringify(answers.error));
  const compiled = compileScenario(scenario.value, answers.value);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}
