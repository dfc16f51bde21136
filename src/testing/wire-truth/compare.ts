/**
 * A measured row against an outcome of the model. Categories must agree exactly and counts must lie
 * within the row's own spread, so that what no repetition ever showed is a disagreement. Times that
 * the row gives are not counts: that the server noticed is compared by order of magnitude, and how
 * long a client took to notice or to catch up is left out, since it is scheduling on two cores.
 */

import type { RunEnd, SurfaceStatus } from '../../protocol/surface-status.ts';
import { distinct, inversions, shownOn, unseen } from './measures.ts';
import type { Outcome, Tab } from './measures.ts';
import { ANSWER_TOKENS } from './truth-world.ts';
import { boundsOf } from './truth-rows.ts';
import type { MeasuredScript, Spread, TruthRow } from './truth-rows.ts';

export type Field =
  | 'runs'
  | 'runEnds'
  | 'generated'
  | 'shown'
  | 'missing'
  | 'duplicated'
  | 'outOfOrder'
  | 'textMatches'
  | 'status'
  | 'unseen'
  | 'generatedAfterStop'
  | 'generatedWhileNobodyThere'
  | 'serverNoticedMs'
  | 'surfaces';

export interface Difference {
  readonly field: Field;
  readonly measured: string;
  readonly model: string;
}

/** Where the outcome is not what was measured; none when they agree. The row is about the last tab. */
export function compare(row: TruthRow, outcome: Outcome, faultAtMs: number): readonly Difference[] {
  const tab = outcome.tabs.at(-1);
  if (tab === undefined) throw new Error('a row is about a tab');
  const tokens = shownOn(outcome, tab);
  const { generations, generated, firstNoticedAtMs } = outcome;
  const isWhole = tokens.length === ANSWER_TOKENS && tokens.every((token, index) => token === index + 1);
  return [
    ...count('runs', row.runs, generations.length),
    ...compareEnds(row.runEnds, outcome),
    ...count('generated', row.generated, generated),
    ...count('shown', row.shown, tokens.length),
    ...count('missing', row.missing, ANSWER_TOKENS - distinct(tokens)),
    ...count('duplicated', row.duplicated, tokens.length - distinct(tokens)),
    ...count('outOfOrder', row.outOfOrder, inversions(tokens)),
    ...compareText(row.textMatches, isWhole),
    ...compareStatus('status', row.clientStatus, tab, tokens.length),
    ...count('unseen', row.unseen, unseen(outcome)),
    ...count('generatedAfterStop', row.generatedAfterStop, outcome.generatedAfterStop),
    ...count('generatedWhileNobodyThere', row.generatedWhileNobodyThere, outcome.generatedWhileNobodyThere),
    ...compareNotice(row, firstNoticedAtMs === null ? null : firstNoticedAtMs - faultAtMs),
    ...compareTabs(row, outcome),
  ];
}

function count(field: Field, measured: Spread | undefined, model: number): readonly Difference[] {
  if (measured === undefined) return [];
  const [least, most] = boundsOf(measured);
  if (model >= least && model <= most) return [];
  return [{ field, measured: least === most ? `${least}` : `${least} to ${most}`, model: `${model}` }];
}

const ENDS: Readonly<Record<string, RunEnd>> = {
  complete: 'complete',
  abortSignal: 'cancelled',
  'res-close': 'cancelled',
  'stop-message': 'cancelled',
  killed: 'crashed',
};

/** Some repetition must have ended its runs in the same ways, after a number of tokens between the least and the most of these. */
function compareEnds(measured: readonly string[], { generations }: Outcome): readonly Difference[] {
  const model = generations.map(({ tokens, end }) => `${tokens}:${end}`).join(' + ');
  const kinds = generations.map(({ end }) => end).join(' + ');
  const alike = measured.map(parseEnds).filter((ends) => ends.map(({ end }) => end).join(' + ') === kinds);
  const isWithin = generations.every(({ tokens }, index) => {
    const all = alike.map((ends) => ends[index]?.tokens ?? 0);
    return tokens >= Math.min(...all) && tokens <= Math.max(...all);
  });
  const hasNone = measured.length === 0 && generations.length === 0;
  return hasNone || (alike.length > 0 && isWithin)
    ? []
    : [{ field: 'runEnds', measured: measured.join(' | ') || 'none', model: model || 'none' }];
}

function parseEnds(text: string): readonly { readonly tokens: number; readonly end: RunEnd }[] {
  return text.split(' + ').map((part) => {
    const [tokens, how = ''] = part.split(':');
    const end = ENDS[how];
    if (end === undefined) throw new Error(`unable to read the end "${part}"; "${how}" is not known`);
    return { tokens: Number(tokens), end };
  });
}

function compareText(measured: string, isWhole: boolean): readonly Difference[] {
  const [matches, of] = measured.split('/').map(Number);
  const isAllowed = isWhole ? matches !== 0 : matches !== of;
  return isAllowed ? [] : [{ field: 'textMatches', measured, model: isWhole ? 'whole' : 'not whole' }];
}

function compareStatus(field: Field, measured: string, tab: Tab, shown: number): readonly Difference[] {
  const allowed = measured.split(' | ').flatMap((word) => statusesFor(word, tab, shown));
  return allowed.includes(tab.status) ? [] : [{ field, measured: `${tab.name} ${measured}`, model: tab.status }];
}

/** What a client's own word for its state is in ours. */
function statusesFor(word: string, { isStopped }: Tab, shown: number): readonly SurfaceStatus[] {
  switch (word) {
    case 'ready':
      // A chat that is ready for the next prompt: after a stop, with an answer, or blank.
      if (isStopped) return ['cancelled'];
      return shown === 0 ? ['idle'] : ['complete'];
    case 'done':
      return ['complete'];
    case 'stopped':
      return ['cancelled'];
    case 'error':
      return ['error'];
    case 'streaming':
      return ['streaming', 'waiting'];
    case 'open':
      return ['streaming'];
    case 'connecting':
      return ['waiting'];
    case 'idle':
      // The client's word changes with the first record; ours when the prompt is sent.
      return ['idle', 'waiting'];
    default:
      throw new Error(`unable to compare the status "${word}"; it has no counterpart`);
  }
}

/**
 * What the far end of the model need not notice: in S5 a server that has sent its whole answer has
 * only a socket left, which the model does not keep, and in S12 the one that goes is the agent.
 */
const NEED_NOT_NOTICE: readonly MeasuredScript[] = ['S5', 'S12'];

/** Within ten times either way. */
function compareNotice({ script, serverNoticedMs }: TruthRow, afterMs: number | null): readonly Difference[] {
  if (serverNoticedMs === undefined) return [];
  const [least, most] = boundsOf(serverNoticedMs);
  const measured = `${least} to ${most}`;
  if (afterMs === null)
    return NEED_NOT_NOTICE.includes(script) ? [] : [{ field: 'serverNoticedMs', measured, model: 'never' }];
  const isLike = afterMs >= Math.floor(least / 10) && afterMs <= Math.ceil(most * 10);
  return isLike ? [] : [{ field: 'serverNoticedMs', measured, model: `${afterMs}` }];
}

function compareTabs({ surfaces = [] }: TruthRow, outcome: Outcome): readonly Difference[] {
  return surfaces.flatMap((measured, index) => {
    const tab = outcome.tabs[index];
    if (tab === undefined) return [{ field: 'surfaces' as const, measured: `tab ${index + 1}`, model: 'no tab' }];
    const tokens = shownOn(outcome, tab);
    const within = [
      ...count('surfaces', measured.shown, tokens.length),
      ...count('surfaces', measured.duplicated, tokens.length - distinct(tokens)),
    ];
    return [
      ...within.map((difference) => ({ ...difference, model: `${tab.name} ${difference.model}` })),
      ...compareStatus('surfaces', measured.status, tab, tokens.length),
    ];
  });
}
