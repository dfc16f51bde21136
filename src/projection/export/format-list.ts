/** Every format that a run can be saved in, one line each, in the order in which they are offered. */

import type { ExportFormat } from './export-format.ts';
import { figureSvg } from './figure-svg.ts';
import { mermaidSequence } from './mermaid-sequence.ts';
import { perfettoTrace } from './perfetto-trace.ts';
import { runJson } from './run-json.ts';
import { shivizLog } from './shiviz-log.ts';
import { traceCsv } from './trace-csv.ts';

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'scenario',
    title: 'Scenario',
    readBy: 'Opens here and runs on the command line; made to be read and edited.',
    extension: '.yaml',
    mediaType: 'text/yaml',
    write: ({ scenarioText }) => scenarioText,
  },
  {
    id: 'json',
    title: 'Run',
    readBy: 'Opens here; programs read scenario, report and trace by run.schema.json.',
    extension: '.run.json',
    mediaType: 'application/json',
    write: runJson,
  },
  {
    id: 'svg',
    title: 'Figure',
    readBy: 'An SVG for documents; dropped back here, it opens the run that it shows.',
    extension: '.svg',
    mediaType: 'image/svg+xml',
    write: figureSvg,
  },
  {
    id: 'perfetto',
    title: 'Trace for Perfetto',
    readBy: 'ui.perfetto.dev and chrome://tracing: every event on a zoomable time axis.',
    extension: '.perfetto.json',
    mediaType: 'application/json',
    write: ({ run }) => perfettoTrace(run),
  },
  {
    id: 'shiviz',
    title: 'Log for ShiViz',
    readBy: 'ShiViz: who could know what, by vector clocks. Open it there as a file.',
    extension: '.shiviz.log',
    mediaType: 'text/plain',
    write: ({ run }) => shivizLog(run),
  },
  {
    id: 'mermaid',
    title: 'Sequence diagram',
    readBy: 'Mermaid draws it: on GitHub, on GitLab and in many wikis, as a code block.',
    extension: '.mmd',
    mediaType: 'text/plain',
    write: ({ run }) => mermaidSequence(run),
  },
  {
    id: 'csv',
    title: 'Table of events',
    readBy: 'Spreadsheets and data frames: one row an event, one column a field.',
    extension: '.csv',
    mediaType: 'text/csv',
    write: ({ run }) => traceCsv(run),
  },
];
