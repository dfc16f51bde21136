/** The result of a run in a sentence a lane: who kept what, which promises broke, and what the lane asks in return. */

import type { LaneReport, SurfaceReport } from '../../scenario/outcome-report.ts';
import type { Run } from '../../sim/run.ts';
import { actorInSentence } from '../actor-label.ts';
import { laneTitle } from '../moments.ts';
import { amountText } from '../money-text.ts';
import { durationText } from '../seconds.ts';
import { laneVerdict } from '../stage/verdict.ts';
import type { Verdict } from '../stage/verdict.ts';
import type { GuaranteeRow } from './guarantee-table.ts';

export interface LaneCard {
  readonly name: string;
  readonly lane: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly kept: string;
  readonly promises: string;
  /** What it costs in money and time, against the plain pipe where there is one. */
  readonly price: string;
}

export function laneCards({ lanes, report }: Run, guarantees: readonly GuaranteeRow[]): readonly LaneCard[] {
  const judged = lanes.flatMap((trace) => {
    const lane = report.lanes[trace.name];
    return lane === undefined ? [] : [{ trace, title: laneTitle(trace), report: lane }];
  });
  const baseline = judged.find(({ report: { bill } }) => bill.addedFirstTokenMs === 0) ?? null;
  return judged.map(({ trace, title, report: lane }) => ({
    name: trace.name,
    lane: trace.lane,
    title,
    verdict: laneVerdict(trace, lane),
    kept: sayKept(lane),
    promises: sayPromises(trace.name, guarantees),
    price:
      baseline === null || baseline.trace === trace ? sayCost(lane) : sayPrice(lane, baseline.report, baseline.title),
  }));
}

/** `The laptop has 19 of 41 words, the phone all 41.` */
function sayKept({ agent, surfaces }: LaneReport): string {
  if (agent.runs === 0) return 'Nothing was asked.';
  const open = Object.entries(surfaces).filter(([, { status }]) => status !== 'closed');
  if (open.length === 0) return 'No surface is open at the end.';
  const whole = open.filter(([, surface]) => surface.missing === 0);
  const [first] = open;
  if (first !== undefined && whole.length === open.length && open.length > 1) {
    return `${open.length === 2 ? 'Both' : `All ${open.length}`} surfaces have all ${first[1].shown} words${doubledText(open)}.`;
  }
  const said = open.map(
    ([name, surface], at) => `${actorInSentence(name)}${at === 0 ? ' has' : ''} ${wordsOf(surface)}`,
  );
  return capital(`${said.join(', ')}${doubledText(open)}.`);
}

function wordsOf({ shown, missing }: SurfaceReport): string {
  if (missing === 0) return `all ${shown} words`;
  return shown === 0 ? `none of ${missing} words` : `${shown} of ${shown + missing} words`;
}

function doubledText(open: readonly (readonly [string, SurfaceReport])[]): string {
  const doubled = open.reduce((sum, [, { duplicated }]) => sum + duplicated, 0);
  return doubled === 0 ? '' : `, ${doubled} of them twice`;
}

/** `Broke 3 of the 9 promises that were put to the test: complete, converge, everyone knows.` */
function sayPromises(lane: string, guarantees: readonly GuaranteeRow[]): string {
  const cells = guarantees.flatMap(({ name, cells: all }) =>
    all.filter((cell) => cell.lane === lane).map(({ state }) => ({ name, state })),
  );
  const tested = cells.filter(({ state }) => state !== 'untested').length;
  const broken = cells.filter(({ state }) => state === 'broken').map(({ name }) => name);
  if (tested === 0) return 'No promise was put to the test.';
  if (broken.length === 0) return `Kept all ${tested} promises that were put to the test.`;
  return `Broke ${broken.length} of ${tested} promises that were put to the test: ${broken.join(', ')}.`;
}

function sayCost({ bill }: LaneReport): string {
  const first = bill.firstTokenMs === null ? '' : `, first word after ${durationText(bill.firstTokenMs)}`;
  return `$${amountText(thousandChats(bill))} for 1,000 chats like this${first}.`;
}

/** `$0.21 more for 1,000 chats like this than One pipe (+51 %), first word 30 ms later, words 12 ms later.` */
function sayPrice({ bill }: LaneReport, { bill: other }: LaneReport, title: string): string {
  const times = [difference('first word', bill.addedFirstTokenMs), difference('words', bill.addedLagMs)];
  const differences = [moneyDifference(thousandChats(bill), thousandChats(other), title), ...times];
  return capital(`${differences.filter((text) => text !== null).join(', ')}.`);
}

function moneyDifference(mine: number, other: number, title: string): string {
  if (mine === other) return `costs as much as ${title}`;
  const share =
    other === 0 ? '' : ` (${mine > other ? '+' : '−'}${Math.round((Math.abs(mine - other) / other) * 100)} %)`;
  const more = mine > other ? 'more' : 'less';
  return `$${amountText(Math.abs(mine - other))} ${more} for 1,000 chats like this than ${title}${share}`;
}

function difference(what: string, ms: number | null): string | null {
  if (ms === null || ms === 0) return null;
  return `${what} ${durationText(Math.abs(ms))} ${ms > 0 ? 'later' : 'sooner'}`;
}

function thousandChats({ moneyMicroUsd }: LaneReport['bill']): number {
  return moneyMicroUsd / 1_000;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
