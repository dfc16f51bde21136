/** The address of the page to the scenario that it shows. */

import { err, ok, type Result } from '../base/result.ts';
import { applyShareLink, type LinkContext } from './apply-link.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import type { LinkProblem } from './link-problem.ts';
import { decodeShareLink, type ShareLink } from './share-link.ts';

export interface OpenedLink {
  /** As it is without the link's changes. */
  readonly original: CompiledScenario;
  readonly scenario: CompiledScenario;
  readonly link: ShareLink;
}

/**
 * Decodes the hash part of an address and applies it; `null` stands for an address without a link.
 * Only a link that carries a whole scenario loads the parser, and only then is there something to wait for.
 */
export async function openShareLink(
  hash: string,
  context: LinkContext,
  model: number,
): Promise<Result<OpenedLink | null, readonly LinkProblem[]>> {
  const decoded = decodeShareLink(hash, model);
  if (!decoded.ok) return decoded;
  const link = decoded.value;
  if (link === null) return ok(null);
  const carried = link.source === null ? null : await readSource(link.source);
  if (carried !== null && !carried.ok) return carried;
  const scenarios = carried === null ? context.scenarios : [carried.value];
  const named = carried === null ? link : { ...link, scenario: carried.value.id };
  const scenario = applyShareLink(named, { ...context, scenarios });
  if (!scenario.ok) return scenario;
  const original = scenarios.find(({ id }) => id === named.scenario) ?? scenario.value;
  return ok({ original, scenario: scenario.value, link });
}

async function readSource(source: string): Promise<Result<CompiledScenario, readonly LinkProblem[]>> {
  const { loadScenario } = await import('./load.ts');
  const loaded = loadScenario(source, { answers: new Map() });
  if (loaded.ok) return loaded;
  return err(
    loaded.error.map(({ path, line, column, reason, remedy }) => ({
      part: `${path === '' ? 'the scenario' : path} (line ${line}, column ${column})`,
      reason,
      remedy,
    })),
  );
}
