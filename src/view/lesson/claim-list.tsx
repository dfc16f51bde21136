/** What the challenge asks for, each claim ticked as the run bears it out, and what the whole is worth. */

import { Check, Circle } from 'lucide-react';
import { claimSentence } from '../../projection/claims/claim-sentence.ts';
import { changeText } from '../../projection/lesson/change-text.ts';
import type { Judgement } from '../../projection/lesson/judge-challenge.ts';
import { laneTitle } from '../../projection/moments.ts';
import type { ClaimResult } from '../../scenario/claims.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { StarRow } from './star-row.tsx';

interface ClaimListProps {
  /** `null` before the first run. */
  readonly judgement: Judgement | null;
  readonly scenario: CompiledScenario;
  /** Stars are for what people found themselves. */
  readonly isOwn: boolean;
  readonly isRunning: boolean;
}

export function ClaimList({ judgement, scenario, isOwn, isRunning }: ClaimListProps) {
  if (judgement === null) return <p className="quiet">The start is being run…</p>;
  const { claims, forbidden } = judgement;
  return (
    <div className="claim-list" data-running={isRunning}>
      <ul>
        {claims.map((claim) => (
          <Claim key={`${claim.lane} ${claim.path}`} claim={claim} scenario={scenario} />
        ))}
      </ul>
      {forbidden.length > 0 && (
        <div className="claim-forbidden">
          <p>Not allowed in this challenge; undo it to be judged:</p>
          <ul>
            {forbidden.map((change, at) => (
              <li key={at}>{changeText(change, scenario)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="claim-verdict" role="status">
        {isRunning ? '' : <Verdict judgement={judgement} isOwn={isOwn} />}
      </p>
    </div>
  );
}

function Claim({ claim, scenario }: { readonly claim: ClaimResult; readonly scenario: CompiledScenario }) {
  const { lane, path, expected, actual, holds } = claim;
  const dot = path.indexOf('.');
  const sentence = claimSentence({ part: path.slice(0, dot), field: path.slice(dot + 1), expected });
  const known = scenario.lanes.find(({ name }) => name === lane);
  return (
    <li data-holds={holds}>
      {holds ? (
        <Check size={16} strokeWidth={2.6} aria-label="Holds:" />
      ) : (
        <Circle size={16} strokeWidth={2} aria-label="Does not hold yet:" />
      )}
      <span>
        <b>{known === undefined ? lane : laneTitle(known)}</b> {sentence}
        {!holds && typeof actual === 'number' && (
          <span className="claim-actual">now {actual.toLocaleString('en-GB')}</span>
        )}
        {!holds && typeof actual === 'string' && <span className="claim-actual">now “{actual}”</span>}
      </span>
    </li>
  );
}

function Verdict({ judgement, isOwn }: { readonly judgement: Judgement; readonly isOwn: boolean }) {
  const { isSolved, stars, changes, par, claims } = judgement;
  if (!isSolved) {
    const holding = claims.filter(({ holds }) => holds).length;
    return <span className="quiet">{`${holding} of ${claims.length} ${claims.length === 1 ? 'holds' : 'hold'}.`}</span>;
  }
  const used = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  if (!isOwn) return <b>Solved, with {used}. Stars are for a solution of your own.</b>;
  return (
    <>
      <StarRow stars={stars} /> <b>Solved with {used}</b>
      {stars < 3 && <span className="quiet"> It can be done with {par}.</span>}
    </>
  );
}
