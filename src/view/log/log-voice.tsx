/**
 * The log for those who hear it: a live region that gets a few lines at a time. While the run is played
 * it speaks every few seconds; while the playhead is dragged it waits until that has come to rest.
 */

import { useEffect, useRef, useState } from 'react';
import { nextBatch, REST_MS } from '../../projection/log/log-batches.ts';
import type { Spoken } from '../../projection/log/log-batches.ts';
import { lanesText } from '../../projection/log/log-text.ts';
import { lineText } from '../../projection/log/narration-log.ts';
import type { LogLine } from '../../projection/log/narration-log.ts';
import type { Run } from '../../sim/run.ts';

interface LogVoiceProps {
  readonly run: Run;
  readonly log: readonly LogLine[];
  /** How many of its lines have happened by the playhead. */
  readonly count: number;
  readonly playheadMs: number;
  readonly isPlaying: boolean;
}

/** A live region that grows for ever is slow, and nobody reads it back here: the list is beside it. */
const MOST_BATCHES = 12;

export function LogVoice({ run, log, count, playheadMs, isPlaying }: LogVoiceProps) {
  const spoken = useRef<Spoken | null>(null);
  const [said, setSaid] = useState<readonly { readonly id: number; readonly text: string }[]>([]);
  useEffect(() => {
    const speak = () => {
      const nowMs = performance.now();
      // What had happened by the time that the panel was opened is in the list, and is not read out.
      const next = nextBatch(spoken.current ?? { log, count, saidAtMs: nowMs }, { log, count, isPlaying, nowMs });
      spoken.current = next.spoken;
      const { batch } = next;
      if (batch === null) return;
      const sentences = batch.lines.map((line) => `${lanesText(run, line)}: ${lineText(line, playheadMs)}.`);
      const text = [...(batch.left > 0 ? [`${batch.left} lines before.`] : []), ...sentences].join(' ');
      setSaid((before) => [...before.slice(1 - MOST_BATCHES), { id: (before.at(-1)?.id ?? 0) + 1, text }]);
    };
    // A way back is silent, and what comes after it is new again.
    if (isPlaying || count <= (spoken.current?.count ?? count)) {
      speak();
      return undefined;
    }
    const rest = setTimeout(speak, REST_MS);
    return () => clearTimeout(rest);
  }, [run, log, count, playheadMs, isPlaying]);
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="Narration">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
