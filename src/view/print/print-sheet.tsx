/**
 * What a printed page begins with: what was asked, how each lane came out, the words over time, and the
 * link that opens the same run. The stage follows it. Not drawn on a screen.
 */

import { comparisonFigure } from '../../projection/figure/comparison-figure.ts';
import { guaranteeTable } from '../../projection/scorecard/guarantee-table.ts';
import { laneCards } from '../../projection/scorecard/lane-cards.ts';
import { exactSeconds } from '../../projection/seconds.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { Run } from '../../sim/run.ts';
import { StillFigure } from '../still-figure.tsx';
import { ResultCards } from '../scorecard/result-cards.tsx';
import '../scorecard/scorecard.css';
import './print.css';

/** Paper is white, also where the screen is dark; and the sheet has a title already. */
const PAPER_STYLE = 'svg{color-scheme:only light!important;--ground:#fff!important;margin-top:-4%}.title{display:none}';

export interface PrintSheetProps {
  readonly run: Run;
  readonly playheadMs: VirtualMs;
  /** The whole address; `null` while it is being made, or where the run is too large for one. */
  readonly link: string | null;
}

export function PrintSheet({ run, playheadMs, link }: PrintSheetProps) {
  const { scenario, report } = run;
  return (
    <section className="print-sheet" aria-label="Result on paper">
      <p className="print-brand">Pull the Plug</p>
      <h1>{scenario.title}</h1>
      <p>{scenario.summary}</p>
      <ResultCards cards={laneCards(run, guaranteeTable(run))} />
      <StillFigure className="print-figure" svg={comparisonFigure(run)} rules={PAPER_STYLE} />
      <p className="print-link">
        {link ?? 'This run is too large for a link; it can be saved as a file and opened again.'}
      </p>
      <p className="print-facts">
        Seed {scenario.seed}, run {report.digest}. What follows is the stage at {exactSeconds(playheadMs)} s.
      </p>
    </section>
  );
}
