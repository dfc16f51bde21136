/**
 * The text of a scenario while people write in it, and how it keeps step with the page. What is done
 * on the page changes the lines that it is about and nothing else; a text that cannot be read just now
 * is left alone, and once it can be it stands for itself, as an edit after whatever was done meanwhile.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { ScenarioProblem } from '../../scenario/scenario-problem.ts';

export interface TextDraft {
  readonly text: string;
  /** Empty when the text can be read. */
  readonly problems: readonly ScenarioProblem[];
  /** The newest text that could be read, and what it says. */
  readonly good: { readonly text: string; readonly scenario: CompiledScenario };
}

type Reader = Pick<ScenarioFormat, 'read' | 'write' | 'rewrite' | 'textOf'>;

/** The file of an app's scenario has its comments; of any other there is only what it says. */
export function openDraft(scenario: CompiledScenario, format: Reader): TextDraft {
  const file = format.textOf(scenario.id);
  const text = file === null ? format.write(scenario) : format.rewrite(file, scenario);
  return { text, problems: [], good: { text, scenario } };
}

/** The text as the page was left with it: what cannot be read is as it was, what can be says what the page says. */
export function resumeDraft(scenario: CompiledScenario, text: string, format: Reader): TextDraft {
  return followPage(writeDraft(openDraft(scenario, format), text, format), scenario, format);
}

/** After people wrote. */
export function writeDraft(draft: TextDraft, text: string, format: Reader): TextDraft {
  if (text === draft.good.text) return { ...draft, text, problems: [] };
  const read = format.read(text);
  if (!read.ok) return { ...draft, text, problems: read.error };
  // Comments and blanks are no change of the scenario, and make no step in its history.
  const scenario = isSame(read.value, draft.good.scenario, format) ? draft.good.scenario : read.value;
  return { text, problems: [], good: { text, scenario } };
}

/** After something was done on the page; a text that cannot be read is left as it is. */
export function followPage(draft: TextDraft, scenario: CompiledScenario, format: Reader): TextDraft {
  if (draft.good.scenario === scenario || draft.problems.length > 0) return draft;
  const text = format.rewrite(draft.text, scenario);
  return { text, problems: [], good: { text, scenario } };
}

/** Gives up what cannot be read for what the page says. */
export function takePage(draft: TextDraft, scenario: CompiledScenario, format: Reader): TextDraft {
  const text = format.rewrite(draft.good.text, scenario);
  return { text, problems: [], good: { text, scenario } };
}

/** The page went on while the text could not be read. */
export function isBehind(draft: TextDraft, scenario: CompiledScenario): boolean {
  return draft.problems.length > 0 && draft.good.scenario !== scenario;
}

function isSame(a: CompiledScenario, b: CompiledScenario, format: Reader): boolean {
  return a.id === b.id && format.write(a) === format.write(b);
}
