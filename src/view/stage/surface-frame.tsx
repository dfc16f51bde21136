/** One surface as a small browser window or a phone. */

import { Check, CircleDashed, LoaderCircle, Minus, Moon, Smartphone, AppWindow, X } from 'lucide-react';
import { memo } from 'react';
import type { SurfaceView } from '../../projection/stage/surface-view.ts';
import { Answers } from './answer.tsx';

interface SurfaceFrameProps {
  readonly view: SurfaceView;
}

export const SurfaceFrame = memo(function SurfaceFrame({ view }: SurfaceFrameProps) {
  const Kind = view.kind === 'device' ? Smartphone : AppWindow;
  return (
    <div
      className="surface"
      role="group"
      aria-label={`${view.label}: ${view.statusText}`}
      data-kind={view.kind}
      data-surface={view.name}
      data-status={view.status}
      data-missing={view.missing}
      data-asleep={view.isAsleep}
    >
      <div className="surface-bar">
        <Kind size={13} aria-hidden="true" />
        <span className="surface-name">{view.label}</span>
        {view.fault !== null && (
          <span className="surface-fault">{view.fault === 'silent' ? 'no packets' : 'path down'}</span>
        )}
        <span className="surface-status" data-tone={view.tone}>
          <StatusIcon view={view} />
          <span>{view.statusText}</span>
        </span>
      </div>
      {view.placeholder === null ? (
        <Answers answers={view.answers} label={view.label} />
      ) : (
        <p className="surface-placeholder">{view.placeholder}</p>
      )}
      {view.note !== null && <p className="surface-note">{view.note}</p>}
    </div>
  );
});

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
  }
}
