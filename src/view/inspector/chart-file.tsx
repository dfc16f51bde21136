/** The statechart at this moment as an SVG, to copy or to keep. */

import { Check, ClipboardCopy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { chartSvg } from '../../projection/inspector/chart-svg.ts';
import type { MachineInstance } from '../../projection/inspector/machine-instance.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import { copyText } from '../copy-text.ts';
import { saveFile } from '../save-file.ts';

interface ChartFileProps {
  readonly instance: MachineInstance;
  readonly playheadMs: VirtualMs;
}

/** What the file is drawn in: documents are white. */
const HUE = '#0b5f8a';

export function ChartFile({ instance, playheadMs }: ChartFileProps) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null);
  const svg = () => chartSvg(instance, playheadMs, HUE);
  const copy = async () => setSaid((await copyText(svg())) ? 'copied' : 'refused');
  const save = () => saveFile(`${instance.chart.id}.svg`, svg(), 'image/svg+xml');
  return (
    <div className="machine-file">
      <span role="status" className="machine-said">
        {said === 'copied' && (
          <>
            <Check size={14} aria-hidden="true" /> Copied
          </>
        )}
        {said === 'refused' && 'Not copied: save it'}
      </span>
      <Button className="icon-button" aria-label="Copy the chart as SVG" onPress={() => void copy()}>
        <ClipboardCopy size={15} aria-hidden="true" />
      </Button>
      <Button className="icon-button" aria-label="Save the chart as SVG" onPress={save}>
        <Download size={15} aria-hidden="true" />
      </Button>
    </div>
  );
}
