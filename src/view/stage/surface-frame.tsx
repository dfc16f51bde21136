/** One surface as a small browser window or a phone: what stands on it, and where it is wrong about it. */

import {
  Check,
  CircleDashed,
  CircleHelp,
  CornerDownRight,
  EyeOff,
  Hourglass,
  LoaderCircle,
  Minus,
  Moon,
  Smartphone,
  AppWindow,
  X,
} from 'lucide-react';
import { memo } from 'react';
import { assertNever } from '../../base/assert.ts';
import { actorInSentence } from '../../projection/actor-label.ts';
import type { ChatLine } from '../../projection/stage/chat-lines.ts';
import type { SurfaceView } from '../../projection/stage/surface-view.ts';
import { Answers } from './answer.tsx';
import type { StageHands } from './stage-hands.ts';

interface SurfaceFrameProps {
  /** The lane's name in the run. */
  readonly lane: string;
  readonly view: SurfaceView;
  /** The eye is led here. */
  readonly isLead: boolean;
  readonly hands: StageHands;
}

/** Where there is no room, what is missing is said without it. */
const WHOLE = 'whole, ';

export const SurfaceFrame = memo(function SurfaceFrame({ lane, view, isLead, hands }: SurfaceFrameProps) {
  const Kind = view.kind === 'device' ? Smartphone : AppWindow;
  const marks = marksOf(view);
  const truth = view.truth?.truth ?? '';
  const isWhole = truth.startsWith(WHOLE);
  const [before, after] = [
    view.lines.filter(({ kind }) => kind === 'prompt'),
    view.lines.filter(({ kind }) => kind !== 'prompt'),
  ];
  return (
    <div
      className="surface"
      role="group"
      aria-label={`${view.label}: ${[view.statusText, ...marks].join(', ')}`}
      data-kind={view.kind}
      data-surface={view.name}
      data-status={view.status}
      data-missing={view.missing}
      data-asleep={view.isAsleep}
      data-hidden={view.isHidden}
    >
      <div className="surface-bar" data-faulty={view.fault !== null || view.isHidden || view.gone.length > 0}>
        <Kind size={13} aria-hidden="true" />
        <span className="surface-name">{view.label}</span>
        {marks.map((mark) => (
          <span key={mark} className="surface-fault">
            {mark === 'hidden' && <EyeOff size={10} aria-hidden="true" />}
            {mark}
          </span>
        ))}
        <span className="surface-status" data-tone={view.tone}>
          <StatusIcon view={view} />
          <span>{view.statusText}</span>
        </span>
      </div>
      {view.truth !== null && (
        <div className="surface-truth" data-lead={isLead}>
          <p>
            <span aria-hidden="true">≠</span> <span className="truth-lead">in truth </span>
            {isWhole && <span className="truth-whole">whole, </span>}
            {isWhole ? truth.slice(WHOLE.length) : truth}
          </p>
          {/* A plain one: it is drawn anew with each move of a drag. */}
          <button
            type="button"
            className="why-button"
            aria-label={`Why, on ${view.label}: ${view.truth.truth}?`}
            onClick={() => lookInto(lane, view, hands)}
          >
            Why?
          </button>
        </div>
      )}
      {before.map((line) => (
        <Line key={line.text} line={line} />
      ))}
      {view.placeholder === null ? (
        <Answers lane={lane} surface={view.name} answers={view.answers} label={view.label} hands={hands} />
      ) : (
        <p className="surface-placeholder">{view.placeholder}</p>
      )}
      {after.map((line) => (
        <Line key={`${line.kind} ${line.text}`} line={line} />
      ))}
      {view.note !== null && <p className="surface-note">{view.note}</p>}
    </div>
  );
});

/** The first word that is missing; where none is, what made the page wrong. */
function lookInto(lane: string, { name, answers, truth }: SurfaceView, hands: StageHands): void {
  for (const { turn, agent, segments } of answers) {
    const gap = segments.find(({ kind }) => kind === 'missing');
    if (gap !== undefined) return hands.lookAtWord(lane, { surface: name, turn, agent, word: gap.from });
  }
  if (truth !== null) hands.look(lane, truth.event, true);
}

/** What is the matter with the surface itself, beside what its page says. */
function marksOf({ isHidden, fault, gone }: SurfaceView): readonly string[] {
  return [
    ...(isHidden ? ['hidden'] : []),
    ...(fault === null ? [] : [fault === 'silent' ? 'no packets' : fault === 'offline' ? 'offline' : 'path down']),
    ...gone.map((who) => `${actorInSentence(who)} left`),
  ];
}

function Line({ line }: { readonly line: ChatLine }) {
  return (
    <p className="chat-line" data-kind={line.kind} data-late={line.isLate}>
      <LineIcon line={line} />
      <span className="chat-text">{line.text}</span>
      {line.answer !== null && line.isLate && (
        <span className="visually-hidden">{line.answer === 'approve' ? 'approved' : 'rejected'},</span>
      )}
      {line.note !== null && <span className="chat-note">{line.note}</span>}
    </p>
  );
}

function LineIcon({ line: { kind, answer } }: { readonly line: ChatLine }) {
  const icon = { size: 12, strokeWidth: 2.2, 'aria-hidden': true } as const;
  switch (kind) {
    case 'prompt':
      return null;
    case 'queued':
      return <Hourglass {...icon} />;
    case 'steer':
      return <CornerDownRight {...icon} />;
    case 'question':
      return <CircleHelp {...icon} />;
    case 'settled':
      return answer === 'reject' ? <X {...icon} /> : <Check {...icon} />;
    default:
      return assertNever(kind);
  }
}

function StatusIcon({ view }: { readonly view: SurfaceView }) {
  const icon = { size: 12, strokeWidth: 2.4, 'aria-hidden': true } as const;
  if (view.isAsleep) return <Moon {...icon} />;
  switch (view.tone) {
    case 'good':
      return <Check {...icon} />;
    case 'harm':
      return <X {...icon} />;
    case 'busy':
      return view.statusText === 'streaming' ? <CircleDashed {...icon} /> : <LoaderCircle {...icon} />;
    case 'quiet':
      return <Minus {...icon} />;
    default:
      return assertNever(view.tone);
  }
}
