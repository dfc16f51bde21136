/** The log for those who hear it: a live region that gets a few lines at a time, at most every few seconds. */

import { useEffect, useRef, useState } from 'react';
import { nextBatch } from '../../projection/log/log-batches.ts';
import type { Spoken } from '../../projection/log/log-batches.ts';
import { lanesText } from '../../projection/log/log-text.ts';
import { lineText } from '../../projection/log/narration-log.ts';
import type { LogLine } from '../../projection/log/narration-log.ts';
import type { Run } from '../../sim/run.ts';

interface LogVoiceProps {
  readonly run: Run;
  readonly lines: readonly LogLine[];
  readonly playheadMs: number;
  readonly isPlaying: boolean;
}

/** A live region that grows for ever is slow, and nobody reads it back here: the list is beside it. */
const MOST_BATCHES = 12;

export function LogVoice({ run, lines, playheadMs, isPlaying }: LogVoiceProps) {
  const spoken = useRef<Spoken | null>(null);
  const [said, setSaid] = useState<readonly { readonly id: number; readonly text: string }[]>([]);
  useEffect(() => {
    // What had happened by the time that the panel was opened is in the list, and is not read out.
    spoken.current ??= { count: lines.length, saidAtMs: performance.now() };
    const next = nextBatch(spoken.current, lines, { isPlaying, nowMs: performance.now() });
    spoken.current = next.spoken;
    const { batch } = next;
    if (batch === null) return;
    const sentences = batch.lines.map((line) => `${lanesText(run, line)}: ${lineText(line, playheadMs)}.`);
    const text = [...(batch.left > 0 ? [`${batch.left} lines before.`] : []), ...sentences].join(' ');
    setSaid((before) => [...before.slice(1 - MOST_BATCHES), { id: (before.at(-1)?.id ?? 0) + 1, text }]);
  }, [run, lines, playheadMs, isPlaying]);
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="Narration">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
