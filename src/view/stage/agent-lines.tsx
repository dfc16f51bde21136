/** What the agents of a lane are doing, a line each, and what those who do not see each other believe. */

import { Check, CircleHelp, LoaderCircle, X } from 'lucide-react';
import { memo } from 'react';
import { assertNever } from '../../base/assert.ts';
import type { AgentView } from '../../projection/stage/agent-view.ts';
import type { BeliefView } from '../../projection/stage/belief-view.ts';
import type { LaneView } from '../../projection/stage/stage-reader.ts';
import type { StepView } from '../../projection/stage/step-index.ts';
import { agentCaption } from './agent-caption.ts';

export const AgentLines = memo(function AgentLines({ agents, farEnd }: Pick<LaneView, 'agents' | 'farEnd'>) {
  const beliefs = shareBeliefs([
    ...agents.flatMap(({ name, belief }) => (belief === null ? [] : [{ actors: [name], belief }])),
    ...(farEnd === null ? [] : [{ actors: [farEnd.actor], belief: farEnd.view }]),
  ]);
  const falseOnes = beliefs.filter(({ belief }) => !belief.isTrue).length;
  return (
    <div className="agent-lines" data-agents={agents.length}>
      {agents.map((agent) => (
        <AgentLine key={agent.name} agent={agent} />
      ))}
      <ul className="beliefs" aria-label="What they believe" data-false={falseOnes}>
        {beliefs.map(({ actors, belief }) => (
          <Belief key={actors.join(' ')} actors={actors} belief={belief} />
        ))}
      </ul>
    </div>
  );
});

interface SharedBelief {
  readonly actors: readonly string[];
  readonly belief: BeliefView;
}

/** Those who believe the same stand together; the false beliefs first, since these are the ones to read. */
function shareBeliefs(beliefs: readonly SharedBelief[]): readonly SharedBelief[] {
  const shared = new Map<string, SharedBelief>();
  for (const { actors, belief } of beliefs) {
    const key = `${belief.belief}, ${belief.truth}`;
    const before = shared.get(key)?.actors ?? [];
    shared.set(key, { actors: [...before, ...actors], belief });
  }
  return [...shared.values()].toSorted((a, b) => Number(a.belief.isTrue) - Number(b.belief.isTrue));
}

function AgentLine({ agent }: { readonly agent: AgentView }) {
  return (
    <p className="agent-line" data-agent={agent.name} data-mood={agent.mood} data-condition={agent.condition}>
      <span className="agent-caption">
        {agent.name.replaceAll('-', ' ')} · <span className="agent-count">{agentCaption(agent)}</span>
      </span>
      {agent.epoch > 0 && (
        <span className="step" data-state="adopted">
          epoch {agent.epoch} in process {agent.process}
        </span>
      )}
      {agent.steps.map((step) => (
        <Step key={step.step} step={step} />
      ))}
    </p>
  );
}

function Step({ step }: { readonly step: StepView }) {
  const { name, state, effects } = step;
  return (
    <span className="step" data-state={state} data-doubled={effects > 1} title={`Step ${step.step}: ${sayStep(step)}`}>
      <StepIcon state={state} />
      {name}
      <span className="visually-hidden"> {sayStep(step)}</span>
      {effects > 1 && <strong aria-hidden="true"> happened {effects}×</strong>}
    </span>
  );
}

function StepIcon({ state }: Pick<StepView, 'state'>) {
  const icon = { size: 11, strokeWidth: 2.6, 'aria-hidden': true } as const;
  switch (state) {
    case 'running':
      return <LoaderCircle {...icon} />;
    case 'asked':
      return <CircleHelp {...icon} />;
    case 'done':
    case 'approved':
      return <Check {...icon} />;
    case 'rejected':
    case 'cut':
      return <X {...icon} />;
    default:
      return assertNever(state);
  }
}

function sayStep({ state, effects }: StepView): string {
  const times = effects > 1 ? `, happened ${effects} times` : effects === 1 ? ', happened once' : '';
  switch (state) {
    case 'running':
      return `runs${times}`;
    case 'asked':
      return `waits for a person${times}`;
    case 'cut':
      return `was cut off by the end of the run${times}`;
    default:
      return `${state}${times}`;
  }
}

function Belief({ actors, belief }: SharedBelief) {
  return (
    <li className="belief" data-true={belief.isTrue}>
      {actors.join(', ').replaceAll('-', ' ')} {actors.length > 1 ? 'think' : 'thinks'} <q>{belief.belief}</q>
      {!belief.isTrue && (
        <span className="belief-truth">
          <span aria-hidden="true">≠</span>
          <span className="visually-hidden">, in truth</span> {belief.truth}
        </span>
      )}
    </li>
  );
}
