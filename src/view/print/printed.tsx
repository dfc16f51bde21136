/** Puts the sheet in front of the stage for as long as the page is printed. What it needs comes after the first paint. */

import { memo, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import { Late, latePart } from '../late.tsx';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

const sheet = latePart(async () => (await import('./print-sheet.tsx')).PrintSheet);

interface PrintedProps {
  /** `null` while there is none, or none of the scenario on the page. */
  readonly run: Run | null;
  readonly playheadMs: VirtualMs;
  readonly encodeLink: PlaygroundPorts['encodeLink'];
}

export const Printed = memo(function Printed({ run, playheadMs, encodeLink }: PrintedProps) {
  const isPrinting = usePrinting();
  const link = useLinkOf(run?.scenario ?? null, encodeLink);
  return (
    <Late part={sheet} isOpen={isPrinting && run !== null} onClose={() => undefined}>
      {(Sheet) => run !== null && <Sheet run={run} playheadMs={playheadMs} link={link.current} />}
    </Late>
  );
});

/** Made ahead: a page that is about to be printed waits for nothing. */
function useLinkOf(scenario: CompiledScenario | null, encodeLink: PlaygroundPorts['encodeLink']) {
  const link = useRef<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    link.current = null;
    if (scenario !== null)
      void encodeLink({ scenario, playheadMs: null }).then((hash) => {
        if (isWanted && hash.ok) link.current = `${location.href.replace(/#.*$/, '')}${hash.value}`;
      });
    return () => {
      isWanted = false;
    };
  }, [scenario, encodeLink]);
  return link;
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const query = matchMedia('print');
    // The browser takes its picture when the listeners are through.
    const set = (isNow: boolean) => flushSync(() => setPrinting(isNow));
    const begin = () => set(true);
    const end = () => set(query.matches);
    const follow = () => set(query.matches);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    query.addEventListener('change', follow);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      query.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting;
}
