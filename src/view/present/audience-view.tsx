/**
 * What the room sees at one cue, and nothing else. All of it is measured in `--u`, the pixel of a picture of 1280 by
 * 720, so that a window, a projector and the small previews of the notes show the same.
 */

import type { CSSProperties } from 'react';
import type { Cue } from '../../present/cue.ts';
import type { Talk } from '../../present/talk.ts';
import { useElementSize } from '../element-size.ts';
import { AudienceCue } from './audience-cue.tsx';
import { AudienceOverlay } from './audience-overlay.tsx';
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
