/**
 * What the room sees at one cue, and nothing else. All of it is measured in `--u`, the pixel of a picture of 1280 by
 * 720, so that a window, a projector and the small previews of the notes show the same.
 */

import type { CSSProperties } from 'react';
import type { Cue } from '../../present/cue.ts';
import type { Overlay, Talk } from '../../present/talk.ts';
import { useElementSize } from '../element-size.ts';
import { AudienceCue } from './audience-cue.tsx';
import type { TalkLesson } from './use-lesson.ts';
import './audience.css';

interface AudienceViewProps extends TalkLesson {
  readonly cue: Cue;
  readonly talk: Pick<Talk, 'isBlank' | 'overlay' | 'hands' | 'theme'>;
  /** Where people vote, for who asks. */
  readonly address: string;
  /** A preview stands still and is not read out. */
  readonly isPreview?: boolean;
}

const WIDE = { width: 1280, height: 720 };
/** A window that stands upright is read from close by. */
const TALL = { width: 620, height: 1100 };

export function AudienceView({ lesson, runs, cue, talk, address, isPreview = false }: AudienceViewProps) {
  const [ref, { width, height }] = useElementSize<HTMLDivElement>(WIDE);
  const isTall = height > width;
  const picture = isTall ? TALL : WIDE;
  const unit = Math.min(width / picture.width, height / picture.height);
  const place = { '--u': `${unit}px` } as CSSProperties;
  return (
    <div
      ref={ref}
      className="audience"
      style={place}
      data-shape={isTall ? 'tall' : 'wide'}
      data-cue={cue.kind}
      data-blank={talk.isBlank}
      {...(isPreview ? { inert: true, 'aria-hidden': true } : {})}
    >
      {talk.isBlank ? (
        <p className="visually-hidden">The screen is dark.</p>
      ) : (
        <>
          <AudienceCue {...{ lesson, runs, cue, unit, isPreview }} hands={talk.hands} />
          {talk.overlay !== null && <AudienceOverlay overlay={talk.overlay} address={address} />}
        </>
      )}
    </div>
  );
}

function AudienceOverlay({ overlay, address }: { readonly overlay: Overlay; readonly address: string }) {
  return (
    <div className="audience-overlay" data-kind={overlay.kind}>
      {overlay.kind === 'question' ? (
        <>
          <p className="audience-eyebrow">From the room</p>
          <p className="audience-asked" data-long={overlay.text.length > 90}>
            {overlay.text}
          </p>
        </>
      ) : (
        <>
          <p className="audience-eyebrow">Say what you expect, on your own phone</p>
          <p className="audience-address">{address}</p>
          <p className="audience-aside">It gives you a short code. Send it or read it out.</p>
        </>
      )}
    </div>
  );
}
