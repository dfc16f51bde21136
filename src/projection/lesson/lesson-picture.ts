/**
 * A small picture of a lesson's run for a list: words over time in each lane, what broke and when, and how it came
 * out. Compact, since a list has many of them: each line is one path of whole numbers.
 */

import { PICTURE_BOX } from '../../scenario/lesson/lesson-data.ts';
import type { LessonPicture, PictureLane } from '../../scenario/lesson/lesson-data.ts';
import type { LaneTrace } from '../../protocol/trace-event.ts';
import type { Run } from '../../sim/run.ts';
import { actorLabel } from '../actor-label.ts';
import { eventfulSpan } from '../stage/eventful-span.ts';
import { laneVerdict } from '../stage/verdict.ts';
import { flagsOf } from '../timeline/flags.ts';
import { idleFolding } from '../timeline/idle-stretches.ts';
import { countAt, greatestCount, madeStaircase, screenCurves } from '../timeline/staircase.ts';
import type { Staircase } from '../timeline/staircase.ts';
import { createTimeScale } from '../timeline/time-scale.ts';
import type { TimeScale } from '../timeline/time-scale.ts';
import { simplifyLine } from './simplify-line.ts';
import type { Point } from './simplify-line.ts';

const { width: WIDTH, height: HEIGHT } = PICTURE_BOX;

/** What every lesson has is left out, to leave room for what is particular. */
const USUAL: ReadonlySet<string> = new Set(['open', 'send']);

export function lessonPicture(run: Run): LessonPicture {
  const scale = createTimeScale(eventfulSpan(run), WIDTH, idleFolding(run));
  const curves = run.lanes.map((trace) => ({
    trace,
    made: madeStaircase(trace),
    screens: run.scenario.surfaces.map(({ name }) => ({ name, shown: screenCurves(trace, name).shown })),
  }));
  const all = curves.flatMap(({ made, screens }) => [made, ...screens.map(({ shown }) => shown)]);
  const most = Math.max(1, ...all.map(greatestCount));
  const draw = (staircase: Staircase) => pathOf(staircase, most, scale);
  const lanes = curves.map(({ trace, made, screens }): PictureLane => {
    const ranked = screensByLoss(trace, run).map(
      (name) => screens.find((screen) => screen.name === name)?.shown ?? made,
    );
    const [told = '', best = ''] = [ranked[0], ranked.at(-1)].map((shown) => draw(shown ?? made));
    return { ...captionOf(trace, run), made: draw(made), told, best: best === told ? null : best };
  });
  return { lanes, ...marksOf(run, scale) };
}

/** One sentence for each lane, for those who do not see the picture. */
export function pictureInWords({ lanes }: LessonPicture): string {
  return lanes.map(({ label, outcome }) => `${label}: ${outcome}.`).join(' ');
}

function captionOf(trace: LaneTrace, run: Run): Pick<PictureLane, 'lane' | 'label' | 'outcome' | 'tone'> {
  const { lane, name, title } = trace;
  const report = run.report.lanes[name];
  const { text, tone } = report === undefined ? { text: '', tone: 'quiet' as const } : laneVerdict(trace, report);
  return { lane, label: name === lane ? title : actorLabel(name), outcome: text, tone };
}

/** The open screens, first the one that lacks most; all of them where none is open. */
function screensByLoss({ name }: LaneTrace, { report }: Run): readonly string[] {
  const screens = Object.entries(report.lanes[name]?.surfaces ?? {});
  const open = screens.filter(([, { status }]) => status !== 'closed');
  const seen = open.length > 0 ? open : screens;
  return seen.toSorted(([, a], [, b]) => b.missing - a.missing).map(([screen]) => screen);
}

function pathOf(staircase: Staircase, most: number, scale: TimeScale): string {
  const points = Array.from({ length: WIDTH + 1 }, (_, x): Point => {
    const count = countAt(staircase, scale.msAt(x));
    return [x, HEIGHT - Math.round((count / most) * HEIGHT)];
  });
  const [first = [0, HEIGHT], ...rest] = simplifyLine(points);
  let [lastX, lastY] = first;
  const steps = rest.map(([x, y]) => {
    const [dx, dy] = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return dy === 0 ? `h${dx}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${first.join(' ')}${steps.join('')}`;
}

function marksOf(run: Run, scale: TimeScale): Omit<LessonPicture, 'lanes'> {
  const place = (atMs: number) => Math.max(0, Math.min(WIDTH, Math.round(scale.xOf(atMs))));
  // What holds from the start is a condition of the run, and marks no moment.
  const flags = flagsOf(run).filter(({ verb, atMs }) => !USUAL.has(verb) && atMs > 0);
  return {
    faults: flags
      .filter(({ row }) => row !== 'people')
      .map(({ atMs, untilMs }) => [place(atMs), untilMs === 'for good' ? WIDTH : place(untilMs ?? atMs)]),
    deeds: [...new Set(flags.filter(({ row }) => row === 'people').map(({ atMs }) => place(atMs)))],
    folds: scale.folding.stretches
      .filter(({ toMs }) => toMs <= scale.span.toMs)
      .map(({ fromMs, toMs }) => Math.round((scale.xOf(fromMs) + scale.xOf(toMs)) / 2)),
  };
}
