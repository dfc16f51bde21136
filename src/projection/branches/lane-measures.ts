/** The outcome of one lane in numbers, each with its unit and what people wish for: what two branches are compared by. */

import { GUARANTEE_IDS } from '../../protocol/guarantee.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { countWords } from '../stage/answer-segments.ts';
import { createStageReader } from '../stage/stage-reader.ts';
import type { SurfaceView } from '../stage/surface-view.ts';
import { stopPairs } from '../timeline/stop-pairs.ts';
import { amountText } from '../money-text.ts';

export interface Measure {
  /** The same measure of another run has the same key. */
  readonly key: string;
  readonly label: string;
  /** Whose it is, `null` for the lane as a whole. */
  readonly surface: string | null;
  /** `null` when there is nothing to measure, such as a stop that nobody pressed. */
  readonly value: number | string | null;
  /** `''` where the label names what is counted. */
  readonly unit: string;
  readonly text: string;
  /** Writes a difference of two values, without its sign. */
  readonly difference: (by: number) => string;
  /** Whether less of it is better, or neither is. */
  readonly wish: 'less' | 'none';
}

export interface LaneMeasures {
  readonly name: string;
  readonly lane: string;
  readonly title: string;
  readonly measures: readonly Measure[];
}

/** What stands in place of a number that there is not, and of a time that did not come. */
const NOTHING = '–';
export const NEVER = 'never';

export function laneMeasures(run: Run): readonly LaneMeasures[] {
  const views = createStageReader(run).at(run.scenario.horizonMs);
  return run.lanes.flatMap((trace) => {
    const report = run.report.lanes[trace.name];
    const view = views.find(({ head }) => head.name === trace.name);
    if (report === undefined || view === undefined) return [];
    const measures = [
      ...view.surfaces.flatMap((surface) => ofSurface(surface, trace, report)),
      ...ofLane(trace, report),
    ];
    return [{ name: trace.name, lane: trace.lane, title: view.head.title, measures }];
  });
}

function ofSurface(view: SurfaceView, trace: LaneTrace, { surfaces }: LaneReport): readonly Measure[] {
  const report = surfaces[view.name];
  if (report === undefined) return [];
  const on = { surface: actorLabel(view.name), at: view.name };
  return [
    word('status', 'in the end', view.statusText, on),
    number('missing', 'words lost', report.missing, '', 'less', on),
    number('duplicated', 'words doubled', report.duplicated, '', 'less', on),
    number('disorder', 'words out of order', report.outOfOrder, '', 'less', on),
    number('late', 'words late', lateWords(view), '', 'less', on),
    isStillBehind(trace, view.name, report)
      ? { ...word('recovered', 'recovered after', NEVER, on), unit: 'ms', wish: 'less' }
      : number('recovered', 'recovered after', report.recoveredAfterMs, 'ms', 'less', on),
  ];
}

function ofLane(trace: LaneTrace, report: LaneReport): readonly Measure[] {
  const { agent, bill, guarantees } = report;
  const [stop] = stopPairs(trace);
  const broken = GUARANTEE_IDS.filter((id) => !guarantees[id].held);
  return [
    {
      ...number('broken', 'guarantees broken', broken.length, '', 'less'),
      text: broken.length === 0 ? '0' : `${broken.length} (${broken.join(' ')})`,
    },
    number('made', 'words made', agent.generated, '', 'none'),
    number('unseen', 'words seen by nobody', agent.unseen, '', 'less'),
    number('after-stop', 'words after stop', agent.generatedAfterStop, '', 'less'),
    number('stop', 'stop took', stop === undefined ? null : stop.haltedAtMs - stop.pressedAtMs, 'ms', 'less'),
    number('first-word', 'first word after', bill.firstTokenMs, 'ms', 'less'),
    number('lag', 'lag of a word', bill.lagMs, 'ms', 'less'),
    number('delivered', 'messages delivered', bill.messages, '', 'none'),
    number('published', 'messages published', bill.published, '', 'none'),
    number('bytes', 'bytes to surfaces', bill.bytes, 'B', 'none'),
    {
      ...number('money', 'cost of 1,000 chats', bill.moneyMicroUsd / 1_000, 'US$', 'less'),
      text: amountText(bill.moneyMicroUsd / 1_000),
      difference: amountText,
    },
  ];
}

/** Words that came by a replay or from the history. */
function lateWords({ answers }: SurfaceView): number {
  return answers.reduce((sum, { segments }) => sum + countWords(segments, (kind) => kind === 'late'), 0);
}

/** Its path has worked again, and it has not caught up by the end. */
function isStillBehind({ events }: LaneTrace, surface: string, report: SurfaceReport): boolean {
  if (report.recoveredAfterMs !== null || report.missing === 0) return false;
  return events.some(({ type, actor }) => type === 'fault.ended' && actor === surface);
}

interface On {
  readonly surface: string;
  readonly at: string;
}

function number(
  key: string,
  label: string,
  value: number | null,
  unit: string,
  wish: Measure['wish'],
  on: On | null = null,
): Measure {
  return {
    key: on === null ? key : `${on.at} ${key}`,
    label,
    surface: on?.surface ?? null,
    value,
    unit,
    text: value === null ? NOTHING : grouped(value),
    difference: grouped,
    wish,
  };
}

function word(key: string, label: string, value: string, { surface, at }: On): Measure {
  return { key: `${at} ${key}`, label, surface, value, unit: '', text: value, difference: String, wish: 'none' };
}

/** `12345` as `12,345`. */
function grouped(amount: number): string {
  return amount.toLocaleString('en-GB');
}
