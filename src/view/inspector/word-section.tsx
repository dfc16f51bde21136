/** One word: what became of it on each surface at the playhead, and its story in the lane. */

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { causeChain } from '../../projection/cause-chain.ts';
import { actorLabel } from '../../projection/actor-label.ts';
import { wordFate } from '../../projection/inspector/word-fate.ts';
import type { WordFate } from '../../projection/inspector/word-fate.ts';
import { wordStory } from '../../projection/inspector/word-story.ts';
import { wordsOfRun } from '../../projection/inspector/words-of-run.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ActorName, EventId, LaneTrace } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { StepList } from './step-list.tsx';

interface WordSectionProps {
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  readonly words: { readonly run: number; readonly from: number; readonly to: number };
  readonly surface: ActorName | null;
  readonly playheadMs: VirtualMs;
  readonly onJump: (event: EventId) => void;
}

/** How many causes stand under a missing word; the whole chain is one jump away. */
const MOST_CAUSES = 5;

export function WordSection({ trace, scenario, words, surface, playheadMs, onJump }: WordSectionProps) {
  const [token, setToken] = useState(words.from);
  const { run } = words;
  const answer = wordsOfRun(trace, scenario, run);
  const surfaces = useMemo(() => {
    const names = scenario.surfaces.map(({ name }) => name);
    return surface === null ? names : [surface, ...names.filter((name) => name !== surface)];
  }, [scenario, surface]);
  const fates = useMemo(
    () => surfaces.map((name) => wordFate(trace, name, { run, token }, playheadMs)),
    [trace, surfaces, run, token, playheadMs],
  );
  const story = useMemo(() => wordStory(trace, { run, token }), [trace, run, token]);
  const [first] = fates;
  return (
    <section className="inspector-section inspector-word">
      <div className="inspector-section-head">
        <h4>
          Word {token} <span className="inspector-quote">“{answer[token - 1] ?? ''}”</span>
        </h4>
        <span className="inspector-neighbours" role="group" aria-label="Words">
          <Button
            className="icon-button"
            aria-label="Word before"
            isDisabled={token <= 1}
            onPress={() => setToken(token - 1)}
          >
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          <Button
            className="icon-button"
            aria-label="Word after"
            isDisabled={token >= answer.length}
            onPress={() => setToken(token + 1)}
          >
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </span>
      </div>
      <ul className="inspector-fates" aria-label="At the playhead">
        {fates.map((fate) => (
          <li key={fate.surface} data-fate={fate.kind}>
            <Fate fate={fate} onJump={onJump} />
          </li>
        ))}
      </ul>
      {first?.kind === 'missing' && first.event !== null && (
        <>
          <h4>Why it is missing on {actorLabel(first.surface)}</h4>
          <StepList
            label={`Why it is missing on ${actorLabel(first.surface)}`}
            steps={causeChain(trace, first.event, MOST_CAUSES)}
            onJump={onJump}
          />
        </>
      )}
      <h4>Its story in this lane</h4>
      {story.length === 0 ? (
        <p className="quiet">It was never made: the run ended before it.</p>
      ) : (
        <StepList label="The story of the word" steps={story} onJump={onJump} />
      )}
    </section>
  );
}

const SAID: Readonly<Record<WordFate['kind'], string>> = {
  'not-made': 'not yet',
  'on-its-way': 'on its way',
  'on-time': 'there',
  late: 'late',
  doubled: 'doubled',
  missing: 'missing',
};

function Fate({ fate, onJump }: { readonly fate: WordFate; readonly onJump: (event: EventId) => void }) {
  const { event } = fate;
  return (
    <Button className="inspector-fate" isDisabled={event === null} onPress={() => event !== null && onJump(event)}>
      <span className="inspector-fate-where">{actorLabel(fate.surface)}</span>
      <span className="inspector-fate-kind">{SAID[fate.kind]}</span>
      <span className="inspector-fate-why">{fate.sentence}</span>
    </Button>
  );
}
