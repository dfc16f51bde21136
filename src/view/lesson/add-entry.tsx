/** Adds one of the allowed actions to the script: what, where, and when. */

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { actorInSentence } from '../../projection/actor-label.ts';
import { freshEntry, targetsOf } from '../../projection/timeline/verb-list.ts';
import type { VerbFact } from '../../projection/timeline/verb-list.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import { MomentField } from './moment-field.tsx';

interface AddEntryProps {
  readonly verbs: readonly VerbFact[];
  readonly scenario: CompiledScenario;
  readonly playheadMs: VirtualMs;
  readonly dispatch: Dispatch<PlaygroundAction>;
}

export function AddEntry({ verbs, scenario, playheadMs, dispatch }: AddEntryProps) {
  const [chosen, choose] = useState(verbs[0]?.verb);
  const [aimed, aim] = useState<string | null>(null);
  /** Where the playhead stands, until people say otherwise. */
  const [wantedMs, setWanted] = useState<VirtualMs | null>(null);
  const verb = verbs.find((fact) => fact.verb === chosen) ?? verbs[0];
  if (verb === undefined) return null;
  const targets = targetsOf(verb.verb, scenario);
  const target = targets.find((name) => name === aimed) ?? targets[0] ?? '';
  const atMs = Math.round((wantedMs ?? playheadMs) / 10) * 10;
  return (
    <div className="add-entry" role="group" aria-label="Add an action">
      <select
        aria-label="What to add"
        value={verb.verb}
        onChange={(event) => choose(verbs.find((fact) => fact.verb === event.currentTarget.value)?.verb)}
      >
        {verbs.map(({ verb: name, name: title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
      <select aria-label="Where" value={target} onChange={(event) => aim(event.currentTarget.value)}>
        {targets.map((name) => (
          <option key={name} value={name}>
            on {actorInSentence(name)}
          </option>
        ))}
      </select>
      <MomentField label="When, in seconds" atMs={atMs} horizonMs={scenario.horizonMs} onMoment={setWanted} />
      <Button
        className="button"
        onPress={() => {
          dispatch({ type: 'entry.added', entry: freshEntry(verb.verb, target, atMs, scenario.script) });
          setWanted(null);
        }}
      >
        <Plus size={15} aria-hidden="true" />
        Add
      </Button>
    </div>
  );
}
