/** The head of a page: which lesson it is, and the way to it. */

import { useMemo } from 'react';
import type { HandoutSheet } from '../../projection/handout/handout-sheet.ts';
import { qrPicture } from '../../projection/handout/qr-picture.ts';
import { LESSON_PART_TITLES } from '../../scenario/lesson/lesson-part.ts';
import { StillFigure } from '../still-figure.tsx';

interface PageHeadProps {
  readonly sheet: Pick<HandoutSheet, 'number' | 'title' | 'part' | 'minutes'>;
  /** `What happens`, on the page of the answer. */
  readonly kicker: string | null;
  readonly link: string;
}

export function PageHead({ sheet: { number, title, part, minutes }, kicker, link }: PageHeadProps) {
  return (
    <header className="handout-head">
      <div>
        <p className="handout-kicker">
          Lesson {number} · {LESSON_PART_TITLES[part]} · {kicker ?? `${minutes} minutes`}
        </p>
        <h2>{title}</h2>
        <p className="handout-link">{link}</p>
      </div>
      <QrCode link={link} />
    </header>
  );
}

export function QrCode({ link }: { readonly link: string }) {
  const svg = useMemo(() => qrPicture(link), [link]);
  return <StillFigure className="handout-qr" svg={svg} rules="svg{display:block}" />;
}
