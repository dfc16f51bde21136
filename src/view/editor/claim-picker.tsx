/** Claims that this run proves, lane by lane, for people to tick which the file should keep. */

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { claimSentence } from '../../projection/claims/claim-sentence.ts';
import { laneTitle } from '../../projection/moments.ts';
import type { ClaimResult } from '../../scenario/claims.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { TickedClaim } from './record-draft.ts';

interface ClaimPickerProps {
  readonly claims: readonly TickedClaim[];
  /** What the scenario claims and this run does not do. */
  readonly failing: readonly ClaimResult[];
  readonly lanes: readonly CompiledLane[];
  readonly onTick: (key: string, isTicked: boolean) => void;
}

export function ClaimPicker({ claims, failing, lanes, onTick }: ClaimPickerProps) {
  const ticked = claims.filter(({ isTicked }) => isTicked).length;
  return (
    <section className="record-part" aria-labelledby="claims-title">
      <h3 id="claims-title">What it proves</h3>
      <p className="quiet">
        {claims.length === 0
          ? 'Claims are proposed once the run is there.'
          : `Each of these holds in the run on the page. The ${ticked} that are ticked go into the file, and are checked whenever somebody runs it.`}
      </p>
      {failing.length > 0 && <Failing failing={failing} />}
      {lanes.map((lane) => (
        <LaneClaims
          key={lane.name}
          lane={lane}
          claims={claims.filter((claim) => claim.lane === lane.name)}
          onTick={onTick}
        />
      ))}
    </section>
  );
}

function Failing({ failing }: { readonly failing: readonly ClaimResult[] }) {
  return (
    <details className="claims-failing">
      <summary>
        {failing.length === 1 ? 'One claim' : `${failing.length} claims`} of the scenario no longer{' '}
        {failing.length === 1 ? 'holds and is' : 'hold and are'} left out
      </summary>
      <ul>
        {failing.map(({ lane, path, expected, actual }) => (
          <li key={`${lane} ${path}`} className="mono">
            {lane} {path}: claimed {String(expected)}, is {actual === undefined ? 'absent' : String(actual)}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface LaneClaimsProps {
  readonly lane: CompiledLane;
  readonly claims: readonly TickedClaim[];
  readonly onTick: (key: string, isTicked: boolean) => void;
}

function LaneClaims({ lane, claims, onTick }: LaneClaimsProps) {
  const [isOpen, setOpen] = useState(false);
  if (claims.length === 0) return null;
  const shown = isOpen ? claims : claims.filter(({ isTicked, isTelling }) => isTicked || isTelling);
  const hidden = claims.length - shown.length;
  return (
    <fieldset className="claims" data-lane={lane.lane}>
      <legend>{laneTitle(lane)}</legend>
      {shown.map((claim) => (
        <label key={claim.key} className="claim">
          <input
            type="checkbox"
            checked={claim.isTicked}
            onChange={(event) => onTick(claim.key, event.currentTarget.checked)}
          />
          <span>{claimSentence(claim)}</span>
        </label>
      ))}
      {(hidden > 0 || isOpen) && (
        <Button className="link-button" onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Only the telling ones' : `${hidden} more that hold`}
        </Button>
      )}
    </fieldset>
  );
}
