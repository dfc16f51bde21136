/** Links as the page uses them: opened and made in one place, so that it is loaded when first needed. */

import { err, ok, type Result } from '../base/result.ts';
import type { LinkContext } from './apply-link.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { describeLinkProblem, describeUnmadeLink } from './link-problem.ts';
import { makeShareLink } from './make-link.ts';
import { openShareLink } from './open-link.ts';
import { encodeShareLink } from './share-link.ts';

/** A scenario, and where in its run people look; `null` for nowhere in particular. */
interface LinkedMoment {
  readonly scenario: CompiledScenario;
  readonly playheadMs: number | null;
}

export interface LinkingApp extends LinkContext {
  /** The version that this build simulates. */
  readonly model: number;
}

/** What the hash of an address shows, `null` for none, or a sentence for each part that cannot be read. */
export async function openLink(hash: string, app: LinkingApp): Promise<Result<LinkedMoment | null, readonly string[]>> {
  const opened = await openShareLink(hash, app, app.model);
  if (!opened.ok) return err(opened.error.map(describeLinkProblem));
  if (opened.value === null) return ok(null);
  const { scenario, link } = opened.value;
  return ok({ scenario, playheadMs: link.playheadMs });
}

/** The hash part of a link to `moment`, or the sentence that says why there is none. */
export function encodeLink({ scenario, playheadMs }: LinkedMoment, app: LinkingApp): Result<string, string> {
  const encoded = encodeShareLink(makeShareLink(scenario, app, { model: app.model, playheadMs, view: {} }));
  return encoded.ok ? encoded : err(describeUnmadeLink(encoded.error));
}
