/** From what is on the page to a share link that shows it. */

import { applyShareLink, type LinkContext } from './apply-link.ts';
import type { CompiledLane, CompiledScenario } from './compiled-scenario.ts';
import type { OptionValue } from './lane-option-fact.ts';
import { formatEntry } from './link-entry.ts';
import { scenarioSource } from './scenario-source.ts';
import type { OptionChange, ShareLink } from './share-link.ts';

type Moment = Pick<ShareLink, 'model' | 'playheadMs' | 'view'>;

/**
 * The link for `shown`. It names a scenario of the app and carries only what differs from it; where
 * there is none, or where it differs in something that a link has no word for, it carries the whole.
 */
export function makeShareLink(shown: CompiledScenario, context: LinkContext, moment: Moment): ShareLink {
  const original = context.scenarios.find(({ id }) => id === shown.id);
  const named = original === undefined ? null : nameChanges(original, shown, moment);
  if (named !== null && shows(named, shown, context)) return named;
  const source = scenarioSource(shown);
  return { ...moment, scenario: null, source, seed: null, script: null, surfaces: [], options: [] };
}

function nameChanges(original: CompiledScenario, shown: CompiledScenario, moment: Moment): ShareLink {
  return {
    ...moment,
    scenario: original.id,
    source: null,
    seed: shown.seed,
    script: scriptText(original) === scriptText(shown) ? null : shown.script,
    surfaces: shown.surfaces
      .filter(({ name }) => !original.surfaces.some((surface) => surface.name === name))
      .map(({ name, kind }) => ({ name, kind })),
    options: shown.lanes.flatMap((lane) => optionChanges(original.lanes, lane)),
  };
}

type OptionValues = Readonly<Record<string, OptionValue>>;

function optionChanges(
  before: readonly CompiledLane[],
  { name: lane, options }: CompiledLane,
): readonly OptionChange[] {
  const former: OptionValues = { ...before.find(({ name }) => name === lane)?.options };
  const current: OptionValues = { ...options };
  return Object.entries(current)
    .filter(([option, value]) => former[option] !== value)
    .map(([option, value]) => ({ lane, option, value }));
}

/** Whether opening the link gives `shown` again. */
function shows(link: ShareLink, shown: CompiledScenario, context: LinkContext): boolean {
  const opened = applyShareLink(link, context);
  if (!opened.ok || scriptText(opened.value) !== scriptText(shown)) return false;
  const { script: _opened, ...rest } = opened.value;
  const { script: _shown, ...wanted } = shown;
  return JSON.stringify(rest) === JSON.stringify(wanted);
}

/** Entries are compared as a link writes them, since the order of their keys means nothing. */
function scriptText({ script }: CompiledScenario): string {
  return script.map(formatEntry).join(',');
}
