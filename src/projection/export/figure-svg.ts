/** The figure of a run with its scenario inside: whoever gets the picture gets the run. */

import { figureMetadata } from '../../scenario/figure-file.ts';
import { comparisonFigure } from '../figure/comparison-figure.ts';
import type { ExportSubject } from './export-format.ts';

export function figureSvg({ run, playheadMs }: ExportSubject): string {
  const { scenario, model, report } = run;
  return comparisonFigure(run, figureMetadata({ scenario, model, digest: report.digest, playheadMs }));
}
