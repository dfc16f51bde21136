/** Where a machine is, how it got there and what can come next, in words. The numbers are those of the picture. */

import { Button } from 'react-aria-components/Button';
import type { MachineInstance } from '../../projection/inspector/machine-instance.ts';
import type { MachineMoment, NextStep } from '../../projection/inspector/machine-moment.ts';
import { lastTexts, stateText } from '../../projection/inspector/moment-text.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { EventId } from '../../protocol/trace-event.ts';

interface NextStepsProps {
  readonly instance: MachineInstance;
  readonly moment: MachineMoment;
  readonly onJump: (event: EventId) => void;
}

export function NextSteps({ instance, moment: { entry, last, next }, onJump }: NextStepsProps) {
  if (entry === null) return <p className="quiet inspector-section">It has not begun at this moment.</p>;
  return (
    <>
      <section className="inspector-section">
        <h4>Now</h4>
        <p className="machine-now">
          <strong>{stateText(entry.state)}</strong> since{' '}
          <Button className="inspector-time mono" onPress={() => onJump(entry.event)}>
            {exactSeconds(entry.atMs)} s
          </Button>
        </p>
        {last !== null && (
          <p className="quiet">
            from {stateText(last.from)} by{' '}
            <span className="mono machine-on">{lastTexts(instance.chart.transitions, last.transitions)}</span>
          </p>
        )}
      </section>
      <section className="inspector-section">
        <h4>Next, whichever comes first</h4>
        {next.length === 0 ? (
          <p className="quiet">Nothing leaves this state.</p>
        ) : (
          <ol className="machine-next" aria-label="Next">
            {next.map((step) => (
              <Step key={`${step.from} ${step.to ?? ''}`} step={step} innermost={entry.state} />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function Step({
  step: { from, to, texts, number },
  innermost,
}: {
  readonly step: NextStep;
  readonly innermost: string;
}) {
  return (
    <li>
      <span className="machine-number" data-stays={number === null}>
        {number}
      </span>
      <span>
        {texts.map((text) => (
          <span key={text} className="mono machine-on">
            {text}
          </span>
        ))}
      </span>
      <span className="machine-target">
        {to === null ? 'stays' : `→ ${stateText(to)}`}
        {from !== innermost && <span className="quiet"> from {stateText(from)}</span>}
      </span>
    </li>
  );
}
