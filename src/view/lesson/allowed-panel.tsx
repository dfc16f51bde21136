/** What the challenge lets people change, each with its control: options of lanes, and entries of the script. */

import { Trash2 } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { openEntries, verbsOf } from '../../projection/lesson/change-text.ts';
import type { OpenEntry } from '../../projection/lesson/change-text.ts';
import { laneTitle } from '../../projection/moments.ts';
import { flagsOf } from '../../projection/timeline/flags.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { LaneOptionFact, LaneOptionFacts } from '../../scenario/lane-option-fact.ts';
import type { AllowedChanges } from '../../scenario/lesson/lesson-data.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { PlaygroundState } from '../playground/playground-state.ts';
import { LaneOptionsList } from '../stage/lane-options-list.tsx';
import { AddEntry } from './add-entry.tsx';
import { MomentField } from './moment-field.tsx';

interface AllowedPanelProps {
  readonly state: PlaygroundState;
  readonly dispatch: Dispatch<PlaygroundAction>;
  readonly may: AllowedChanges;
  readonly laneOptions: LaneOptionFacts;
  readonly playheadMs: VirtualMs;
}

export function AllowedPanel({ state, dispatch, may, laneOptions, playheadMs }: AllowedPanelProps) {
  const { scenario, run } = state;
  const flags = run === null ? [] : flagsOf(run);
  const momentOf = (index: number) =>
    scenario.script[index]?.atMs ?? flags.find((flag) => flag.index === index)?.atMs ?? 0;
  const addable = verbsOf(may.add);
  return (
    <section className="allowed-panel" aria-label="What you may change">
      <h2>What you may change</h2>
      {scenario.lanes.map((lane, index) => {
        const names = may.options[lane.name] ?? [];
        const facts = (laneOptions[lane.lane] ?? []).filter(({ name }) => names.includes(name)).map(withoutHeading);
        return (
          facts.length > 0 && (
            <div
              key={lane.name}
              className="allowed-lane"
              data-lane={lane.lane}
              role="group"
              aria-label={laneTitle(lane)}
            >
              <h3>
                <span className="lane-key" aria-hidden="true" /> {laneTitle(lane)}
              </h3>
              <LaneOptionsList
                lane={lane}
                facts={facts}
                onOption={(_, option, value) => dispatch({ type: 'option.set', lane: index, option, value })}
              />
            </div>
          )
        );
      })}
      {openEntries(scenario, may).map((entry) => (
        <OpenEntryLine
          key={entry.index}
          entry={entry}
          atMs={momentOf(entry.index)}
          horizonMs={scenario.horizonMs}
          dispatch={dispatch}
        />
      ))}
      {addable.length > 0 && (
        <AddEntry verbs={addable} scenario={scenario} playheadMs={playheadMs} dispatch={dispatch} />
      )}
    </section>
  );
}

/** Of a group only a part may be open: its title would promise more. */
function withoutHeading(fact: LaneOptionFact): LaneOptionFact {
  const { heading: _, ...rest } = fact;
  return rest;
}

interface OpenEntryLineProps {
  readonly entry: OpenEntry;
  readonly atMs: VirtualMs;
  readonly horizonMs: VirtualMs;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

function OpenEntryLine({ entry, atMs, horizonMs, dispatch }: OpenEntryLineProps) {
  const { index, name, on, canChange, canRemove } = entry;
  return (
    <div className="allowed-entry">
      <span>
        <b>{name}</b> on {on}
      </span>
      <MomentField
        label={`When to ${name} on ${on}, in seconds`}
        atMs={atMs}
        horizonMs={horizonMs}
        isDisabled={!canChange}
        onMoment={(to) => dispatch({ type: 'entries.moved', moves: [{ index, atMs: to }], phase: 'dropped' })}
      />
      {canRemove && (
        <Button
          className="icon-button"
          aria-label={`Remove ${name} on ${on}`}
          onPress={() => dispatch({ type: 'entries.removed', indices: [index] })}
        >
          <Trash2 size={15} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}
