/** The files of a run, written one after the other, so that a long trace does not hold the page up. */

import { useEffect, useState } from 'react';
import type { Run } from '../../sim/run.ts';
import type { ExportFormat, ExportSubject } from '../../projection/export/export-format.ts';
import { EXPORT_FORMATS } from '../../projection/export/format-list.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export type WrittenFile =
  | { readonly kind: 'writing' }
  | { readonly kind: 'written'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'failed' };

export interface ExportRow {
  readonly format: ExportFormat;
  readonly file: WrittenFile;
}

const WRITING: WrittenFile = { kind: 'writing' };

/** One row a format, in the order of the list. */
export function useExports(ports: PlaygroundPorts, run: Run, playheadMs: number): readonly ExportRow[] {
  const [files, setFiles] = useState<ReadonlyMap<string, WrittenFile>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    const note = (format: ExportFormat, file: WrittenFile) => {
      if (!stop.signal.aborted) setFiles((before) => new Map(before).set(format.id, file));
    };
    const writeAll = async () => {
      for (const format of EXPORT_FORMATS) {
        await nextFrame();
        if (stop.signal.aborted) return;
        note(format, await writeFile(format, { run, playheadMs }, ports));
      }
    };
    void writeAll();
    return () => stop.abort();
  }, [ports, run, playheadMs]);
  return EXPORT_FORMATS.map((format) => ({ format, file: files.get(format.id) ?? WRITING }));
}

/** Only a scenario's own text needs the format's writer, which may fail to load. */
async function writeFile(
  format: ExportFormat,
  subject: Omit<ExportSubject, 'scenarioText'>,
  ports: PlaygroundPorts,
): Promise<WrittenFile> {
  try {
    const scenarioText = format.id === 'scenario' ? (await ports.loadFormat()).write(subject.run.scenario) : '';
    const text = format.write({ ...subject, scenarioText });
    return { kind: 'written', text, bytes: new Blob([text]).size };
  } catch {
    return { kind: 'failed' };
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
