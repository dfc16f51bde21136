/** What the scenario claims, lane by lane, and whether the run on the page does it. */

import { Check, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { claimSentence } from '../../projection/claims/claim-sentence.ts';
import { laneTitle } from '../../projection/moments.ts';
import type { ClaimResult } from '../../scenario/claims.ts';
import type { CompiledLane } from '../../scenario/compiled-scenario.ts';
import type { HeldClaims } from './use-claims.ts';

interface ClaimsPaneProps {
  readonly claims: HeldClaims;
  readonly lanes: readonly CompiledLane[];
  /** Shows where the claim stands in the text. */
  readonly onReveal: (claim: ClaimResult) => void;
  readonly onRecord: () => void;
}

export function ClaimsPane({ claims: { results, isCurrent }, lanes, onReveal, onRecord }: ClaimsPaneProps) {
  if (results.length === 0) {
    return (
      <div className="claims-none">
        <p className="quiet">
          This scenario claims nothing, so nothing tells when it changes. What this run did can be claimed as it is.
        </p>
        <Button className="button" onPress={onRecord}>
          Choose claims
        </Button>
      </div>
    );
  }
  return (
    <div className="claims-pane" aria-busy={!isCurrent}>
      <p className="claims-sum" role="status">
        {claimsSum(results)}
      </p>
      {lanes.map((lane) => {
        const own = results.filter((claim) => claim.lane === lane.name);
        if (own.length === 0) return null;
        return (
          <section key={lane.name} className="claims" data-lane={lane.lane} aria-label={`Claims of ${laneTitle(lane)}`}>
            <h3>{laneTitle(lane)}</h3>
            <ul>
              {own.map((claim) => (
                <Claim key={claim.path} claim={claim} onReveal={onReveal} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** `All 18 claims hold in this run.` */
export function claimsSum(results: readonly ClaimResult[]): string {
  const broken = results.filter(({ holds }) => !holds).length;
  if (results.length === 1) return broken === 0 ? 'The one claim holds in this run.' : 'The one claim does not hold.';
  return broken === 0
    ? `All ${results.length} claims hold in this run.`
    : `${broken} of ${results.length} claims ${broken === 1 ? 'does' : 'do'} not hold in this run.`;
}

/** `claimed >0, is 0` */
export function claimGap({ expected, actual }: ClaimResult): string {
  return `claimed ${String(expected)}, is ${actual === undefined ? 'absent' : String(actual)}`;
}

interface ClaimProps {
  readonly claim: ClaimResult;
  readonly onReveal: (claim: ClaimResult) => void;
}

function Claim({ claim, onReveal }: ClaimProps) {
  const { path, expected, holds } = claim;
  const [part = '', field = ''] = path.split('.');
  return (
    <li data-holds={holds}>
      <button type="button" className="claim-line" onClick={() => onReveal(claim)}>
        {holds ? <Check size={15} aria-label="Holds:" /> : <X size={15} aria-label="Does not hold:" />}
        <span>
          {claimSentence({ part, field, expected })}
          {!holds && <span className="mono claim-gap">{claimGap(claim)}</span>}
        </span>
      </button>
    </li>
  );
}
