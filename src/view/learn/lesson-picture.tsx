/** The picture of a lesson's run: words over time in each lane, what broke, and at the end how it came out, by shape. */

import type { CSSProperties } from 'react';
import { pictureInWords } from '../../projection/lesson/lesson-picture.ts';
import { PICTURE_BOX } from '../../scenario/lesson/lesson-data.ts';
import type { LessonPicture as Picture, PictureLane } from '../../scenario/lesson/lesson-data.ts';

interface LessonPictureProps {
  readonly picture: Picture;
  /** With the name of each lane, and without how it came out: for who is about to begin. */
  readonly isLarge?: boolean;
}

const { width: WIDTH, height: HEIGHT } = PICTURE_BOX;
/** Above each lane. */
const GAP = 8;
const LANE = HEIGHT + GAP;

export function LessonPicture({ picture, isLarge = false }: LessonPictureProps) {
  const { lanes, faults, deeds, folds } = picture;
  const bottom = lanes.length * LANE;
  return (
    <div className="picture" data-size={isLarge ? 'large' : 'small'} style={lanesStyle(lanes.length)}>
      {isLarge && (
        <ul className="picture-lanes" aria-hidden="true">
          {lanes.map(({ lane, label }) => (
            <li key={label} data-lane={lane}>
              {label}
            </li>
          ))}
        </ul>
      )}
      <svg
        className="picture-plot"
        role="img"
        aria-label={isLarge ? lanes.map(({ label }) => label).join(', ') : pictureInWords(picture)}
        viewBox={`0 0 ${WIDTH} ${bottom}`}
        preserveAspectRatio="none"
      >
        <path
          className="picture-fault"
          d={faults.map(([from, to]) => `M${from} 0H${to}V${bottom}H${from}z`).join('')}
        />
        {folds.map((x) => (
          <path key={x} className="picture-fold" d={`M${x} ${bottom - 3}v3`} />
        ))}
        {lanes.map((lane, index) => (
          <LaneLines key={lane.label} lane={lane} top={index * LANE + GAP} />
        ))}
        {deeds.map((x) => (
          <path key={x} className="picture-deed" d={`M${x} 0V${bottom}`} />
        ))}
        {[...new Set(faults.map(([from]) => from))].map((from) => (
          <path key={from} className="picture-break" d={`M${from} 0V${bottom}`} />
        ))}
      </svg>
      {!isLarge && (
        <div className="picture-ends" aria-hidden="true">
          {lanes.map(({ lane, label, tone }) => (
            <svg key={label} data-lane={lane} data-tone={tone} viewBox="0 0 12 12">
              <path d={END_SHAPES[tone]} />
            </svg>
          ))}
        </div>
      )}
    </div>
  );
}

function lanesStyle(count: number): CSSProperties {
  return { '--lanes': count } as CSSProperties;
}

/** A full disc, a cross, a ring. */
const END_SHAPES: Readonly<Record<PictureLane['tone'], string>> = {
  good: 'M10.5 6a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0z',
  harm: 'M2 2l8 8M2 10l8-8',
  quiet: 'M10 6a4 4 0 1 1-8 0a4 4 0 1 1 8 0z',
};

function LaneLines({ lane: { lane, made, told, best }, top }: { readonly lane: PictureLane; readonly top: number }) {
  return (
    <g data-lane={lane} transform={`translate(0 ${top})`}>
      <path className="picture-area" d={`${told}V${HEIGHT}H0z`} />
      <path className="picture-made" d={made} />
      {best !== null && <path className="picture-best" d={best} />}
      <path className="picture-told" d={told} />
    </g>
  );
}
