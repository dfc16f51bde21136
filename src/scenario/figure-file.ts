/**
 * What a figure (SVG) carries inside, version 1: the scenario that it shows, so that it opens where it is
 * dropped. An element of its own namespace in `<metadata>`:
 *
 *     <carried-run xmlns="urn:pull-the-plug:figure" version="1" model="2" digest="…" playhead="5200">{…}</carried-run>
 *
 * Its text is the scenario in JSON. `playhead` is left away for no moment in particular. Programs that rewrite
 * SVG may give the namespace a prefix, or use other escapes: both are read.
 */

import { err, ok, type Result } from '../base/result.ts';
import { escapeXml, escapeXmlAttribute, readXmlText } from '../base/xml-text.ts';
import type { CompiledScenario } from './compiled-scenario.ts';
import { placeAt } from './json-place.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { scenarioSource } from './scenario-source.ts';

const NAMESPACE = 'urn:pull-the-plug:figure';
const VERSION = '1';

interface Carried {
  readonly scenario: CompiledScenario;
  readonly playheadMs: number | null;
  readonly model: number;
  readonly digest: string;
}

/** What a figure says of its run, its scenario still as text. */
export interface CarriedText {
  readonly source: string;
  readonly playheadMs: number | null;
  readonly model: number;
  readonly digest: string;
  /** Where it stands in the figure's file. */
  readonly line: number;
  readonly column: number;
}

/** The metadata element of a figure. */
export function figureMetadata({ scenario, playheadMs, model, digest }: Carried): string {
  const playhead = playheadMs === null ? '' : ` playhead="${Math.round(playheadMs)}"`;
  // XML cannot hold every character that JSON can; each of those is written as JSON escapes it.
  const source = scenarioSource(scenario).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const attributes = `version="${VERSION}" model="${model}" digest="${escapeXmlAttribute(digest)}"${playhead}`;
  return `<metadata><carried-run xmlns="${NAMESPACE}" ${attributes}>${escapeXml(source)}</carried-run></metadata>`;
}

/** Finds what the text of an SVG file carries. */
export function readFigure(text: string): Result<CarriedText, ScenarioProblem> {
  const refuse = (offset: number, reason: string, remedy: string) =>
    err({ path: '', ...placeAt(text, offset), reason, remedy });
  const prefix = /\sxmlns(?::([\w.-]+))?\s*=\s*["']urn:pull-the-plug:figure["']/.exec(text);
  if (prefix === null) {
    return refuse(
      0,
      'this picture carries no scenario',
      'Open a figure that was saved here; other programs may have removed what it carried.',
    );
  }
  const name = prefix[1] === undefined ? 'carried-run' : `${prefix[1]}:carried-run`;
  const start = text.indexOf(`<${name}`);
  const opening = text.indexOf('>', start);
  const end = text.indexOf(`</${name}`, opening);
  if (start === -1 || end === -1)
    return refuse(start === -1 ? prefix.index : start, 'what the picture carries was cut', 'Save the figure again.');
  const attributes = readAttributes(text.slice(start + name.length + 1, opening));
  const version = attributes.get('version') ?? '';
  if (version !== VERSION) {
    return refuse(
      start,
      `it carries its scenario in version "${version}", and here is version ${VERSION}`,
      'Reload the page to get the newest version.',
    );
  }
  const playhead = attributes.get('playhead');
  const playheadMs = playhead === undefined ? null : wholeNumber(playhead);
  const model = wholeNumber(attributes.get('model') ?? '');
  if (model === null || (playhead !== undefined && playheadMs === null)) {
    return refuse(start, 'its model or its playhead is not a whole number', 'Save the figure again.');
  }
  const digest = attributes.get('digest') ?? '';
  return ok({
    source: readXmlText(text.slice(opening + 1, end)),
    playheadMs,
    model,
    digest,
    ...placeAt(text, opening + 1),
  });
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map([...found].map(([, name = '', double, single]) => [name, readXmlText(double ?? single ?? '')]));
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
