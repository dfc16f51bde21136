/** Two branches side by side: every number of every lane, first of all those that differ. */

import { ArrowLeftRight, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { compareRuns } from '../../projection/branches/compare-runs.ts';
import type { ComparedLane, ComparedRow } from '../../projection/branches/compare-runs.ts';
import type { Run } from '../../sim/run.ts';
import type { Comparison } from '../playground/comparison.ts';
import { branchName, currentNode, nodeAt } from '../playground/edit-tree.ts';
import type { EditTree } from '../playground/edit-tree.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';

interface ComparisonCardProps {
  readonly tree: EditTree;
  readonly comparison: Comparison;
  /** The run on the page. */
  readonly run: Run | null;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

export function ComparisonCard({ tree, comparison, run, dispatch }: ComparisonCardProps) {
  const other = branchName(nodeAt(tree, comparison.node));
  const isItself = comparison.node === tree.current;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers return a promise, which is no way to end an effect.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={card} className="comparison" aria-label={`Compared with ${other}`}>
      <header>
        <h3>
          <span className="comparison-side" data-side="other" aria-hidden="true" />
          <span className="visually-hidden">From </span>
          {other}
          <span className="comparison-side" data-side="this" aria-hidden="true" />
          <span className="visually-hidden">to </span>
          {branchName(currentNode(tree))}
        </h3>
        <Button
          className="icon-button"
          aria-label={`Open ${other} and compare the other way round`}
          isDisabled={isItself}
          onPress={() => dispatch({ type: 'branch.opened', node: comparison.node })}
        >
          <ArrowLeftRight size={16} aria-hidden="true" />
        </Button>
        <Button
          className="icon-button"
          aria-label="Stop comparing"
          onPress={() => dispatch({ type: 'branch.compared', node: null })}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      </header>
      {isItself ? (
        <p className="quiet">This is the branch on the page. Open another one to see what differs.</p>
      ) : comparison.failure !== null ? (
        <div role="alert" className="comparison-failure">
          <p>{comparison.failure}</p>
          <Button className="button" onPress={() => dispatch({ type: 'branch.compared', node: comparison.node })}>
            Try again
          </Button>
        </div>
      ) : comparison.run === null || run === null ? (
        <p className="quiet" role="status">
          Simulating the other branch…
        </p>
      ) : (
        <ComparedNumbers before={comparison.run} after={run} />
      )}
    </section>
  );
}

function ComparedNumbers({ before, after }: { readonly before: Run; readonly after: Run }) {
  const [isWhole, setWhole] = useState(false);
  // Under a drag the picture comes first, the numbers follow.
  const shown = useDeferredValue(after);
  const lanes = useMemo(() => compareRuns(before, shown), [before, shown]);
  const same = lanes.reduce((sum, { rows }) => sum + rows.filter(({ isSame }) => isSame).length, 0);
  const differing = lanes.reduce((sum, { rows }) => sum + rows.length, 0) - same;
  return (
    <>
      <table className="comparison-table">
        <thead>
          <tr>
            <th scope="col">
              {differing === 0
                ? 'Nothing differs'
                : `${differing} ${differing === 1 ? 'number differs' : 'numbers differ'}`}
            </th>
            <th scope="col">
              <span className="comparison-side" data-side="other" aria-hidden="true" /> there
            </th>
            <th scope="col">
              <span className="comparison-side" data-side="this" aria-hidden="true" /> here
            </th>
            <th scope="col">change</th>
          </tr>
        </thead>
        {lanes.map((lane) => (
          <LaneRows key={lane.name} lane={lane} isWhole={isWhole} />
        ))}
      </table>
      {same > 0 && (
        <label className="comparison-whole">
          <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} /> Show
          the {same} that are the same
        </label>
      )}
    </>
  );
}

function LaneRows({ lane, isWhole }: { readonly lane: ComparedLane; readonly isWhole: boolean }) {
  const rows = lane.rows.filter(({ isSame }) => isWhole || !isSame);
  return (
    <tbody data-lane={lane.lane}>
      <tr className="comparison-lane">
        <th scope="rowgroup" colSpan={4}>
          {lane.title}
          <span className="quiet">{remark(lane, rows)}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            {row.surface !== null && <span className="quiet">{row.surface} </span>}
            {row.label}
            {row.unit !== '' && <span className="comparison-unit">, {row.unit}</span>}
          </th>
          <td data-absent={row.isAbsent === 'before'}>{row.before}</td>
          <td data-absent={row.isAbsent === 'after'}>{row.after}</td>
          <td data-tone={row.tone}>
            {row.change}
            {row.tone !== 'quiet' && (
              <span className={row.change === null ? undefined : 'visually-hidden'}>
                {row.tone === 'good' ? ' better' : ' worse'}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function remark({ isOnlyIn, rows: all }: ComparedLane, rows: readonly ComparedRow[]): string {
  if (isOnlyIn !== null) return isOnlyIn === 'before' ? ' is only there' : ' is only here';
  return rows.length === 0 && all.length > 0 ? ' comes out the same' : '';
}
