/** The scenario file that people make of what they did: what they typed and ticked, over what is proposed. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Claim, ProposedClaim } from '../../scenario/propose-claims.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { ScenarioProblem } from '../../scenario/scenario-problem.ts';
import type { NodeId } from '../playground/edit-tree.ts';

/** `null` and what is absent stand for what is proposed. */
export interface RecordDraft {
  /** The scenario that it was begun on: another one begins another draft. */
  readonly origin: NodeId | null;
  readonly title: string | null;
  readonly id: string | null;
  readonly summary: string | null;
  readonly ticks: Readonly<Record<string, boolean>>;
}

export const NO_DRAFT: RecordDraft = { origin: null, title: null, id: null, summary: null, ticks: {} };

export interface RecordedFile {
  readonly title: string;
  readonly id: string;
  readonly summary: string;
  readonly claims: readonly TickedClaim[];
  readonly text: string;
  /** What the text reads as, `null` when it cannot be read. */
  readonly scenario: CompiledScenario | null;
  readonly problems: readonly ScenarioProblem[];
}

export interface TickedClaim extends ProposedClaim {
  readonly key: string;
  readonly isTicked: boolean;
}

interface Recording {
  readonly scenario: CompiledScenario;
  /** As it was opened. */
  readonly origin: CompiledScenario;
  readonly proposed: readonly ProposedClaim[];
  /** The ids of the app's own scenarios. */
  readonly taken: readonly string[];
}

/** Of what is telling, so many of each lane are ticked before anybody has looked. */
const TICKED_PER_LANE = 4;

export function recordedFile(draft: RecordDraft, recording: Recording, format: ScenarioFormat): RecordedFile {
  const { scenario, origin, taken } = recording;
  const isApps = taken.includes(origin.id);
  const title = draft.title ?? (isApps ? `${origin.title}, changed` : scenario.title);
  const id = draft.id ?? (draft.title === null ? (isApps ? `${origin.id}-changed` : scenario.id) : idFrom(title));
  const summary = draft.summary ?? (isApps ? '' : scenario.summary);
  const claims = tickedClaims(draft, recording.proposed);
  const claiming = format.claiming(
    { ...scenario, id, title, summary },
    claims.filter(({ isTicked }) => isTicked),
  );
  const text = format.write(claiming);
  const read = format.read(text);
  const own = { title, id, summary, claims, text };
  return read.ok ? { ...own, scenario: read.value, problems: [] } : { ...own, scenario: null, problems: read.error };
}

function claimKey({ lane, part, field }: Claim): string {
  return `${lane}/${part}/${field}`;
}

/** `A Wi-Fi blip, twice!` as `a-wi-fi-blip-twice`. */
export function idFrom(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
}

function tickedClaims({ ticks }: RecordDraft, proposed: readonly ProposedClaim[]): readonly TickedClaim[] {
  const seen = new Map<string, number>();
  return proposed.map((claim) => {
    const key = claimKey(claim);
    const rank = seen.get(claim.lane) ?? 0;
    seen.set(claim.lane, rank + 1);
    const isProposed = claim.isClaimed || (claim.isTelling && rank < TICKED_PER_LANE);
    return { ...claim, key, isTicked: ticks[key] ?? isProposed };
  });
}
