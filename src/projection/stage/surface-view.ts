/** One surface at one moment: its status as the person in front of it sees it, and the answer on it. */

import type { BeliefTracks } from '../../protocol/belief.ts';
import type { SurfaceStatus } from '../../protocol/surface-status.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { CompiledSurface } from '../../scenario/compiled-scenario.ts';
import { actorLabel } from '../actor-label.ts';
import { newestAnswers } from './answer-index.ts';
import type { AnswerIndex } from './answer-index.ts';
import { answerSegments, countWords } from './answer-segments.ts';
import type { AnswerSegment } from './answer-segments.ts';
import type { ScreenIndex } from './screen-index.ts';
import { surfaceTruth } from './belief-view.ts';
import type { BeliefView } from './belief-view.ts';
import type { ChatIndex } from './chat-index.ts';
import { chatLinesAt } from './chat-lines.ts';
import type { ChatLine } from './chat-lines.ts';
import { countUntil, latestAt } from './sorted-times.ts';

/** How a status is to be taken: `harm` also when a page says "complete" over an answer with holes. */
export type StatusTone = 'quiet' | 'busy' | 'good' | 'harm';

/** An answer as it stands on a surface. */
export interface ShownAnswer {
  readonly turn: number;
  readonly agent: string;
  /** The whole text, a word each. */
  readonly words: readonly string[];
  readonly segments: readonly AnswerSegment[];
}

export interface SurfaceView {
  readonly name: string;
  readonly label: string;
  readonly kind: CompiledSurface['kind'];
  readonly status: SurfaceStatus;
  readonly statusText: string;
  readonly tone: StatusTone;
  readonly isAsleep: boolean;
  /** In the background: nobody sees it. */
  readonly isHidden: boolean;
  /** Who has gone, as far as the page was told. */
  readonly gone: readonly string[];
  /** What is so, where the page shows something else. */
  readonly truth: BeliefView | null;
  /** The person's words and the agent's questions. */
  readonly lines: readonly ChatLine[];
  /** The form of the fault on its path, `null` while the path works. */
  readonly fault: string | null;
  /** One for each agent, to the newest prompt that the page shows anything of. */
  readonly answers: readonly ShownAnswer[];
  /** Of the newest prompt: words that stand here, and words that were made, are not here and not on their way. */
  readonly shown: number;
  readonly missing: number;
  /** The answers are to an earlier prompt, and this says that those to the newest are not here; `null` otherwise. */
  readonly note: string | null;
  /** What stands there instead of an answer, `null` when any word of it is visible. */
  readonly placeholder: string | null;
}

/** What a lane knows that each of its surfaces is read with. */
export interface LaneKnowledge {
  /** The text of an answer by the name of the agent that wrote it. */
  readonly textOf: (agent: string) => readonly string[];
  readonly chat: ChatIndex;
  readonly beliefs: BeliefTracks;
}

/**
 * Changes only when something visible changes: the caller keeps the view for as long as its key is the same.
 * `answers` are those that were begun by `atMs`, oldest first.
 */
export function surfaceKey(
  screen: ScreenIndex,
  answers: readonly AnswerIndex[],
  { chat, beliefs }: LaneKnowledge,
  atMs: VirtualMs,
): string {
  const epoch = latestAt(screen.epochs, atMs);
  return [
    answers.length,
    newestAnswers(answers).reduce((made, { madeAtMs }) => made + countUntil(madeAtMs, atMs), 0),
    epoch?.atMs ?? 0,
    epoch === undefined ? 0 : countUntil(epoch.changesAtMs, atMs),
    latestAt(screen.statuses, atMs)?.status ?? 'closed',
    latestAt(screen.links, atMs)?.link ?? '',
    latestAt(screen.sleeps, atMs)?.isAsleep === true,
    latestAt(screen.faults, atMs)?.how ?? '',
    latestAt(screen.hides, atMs)?.isHidden === true,
    latestAt(screen.presence, atMs)?.atMs ?? '',
    countUntil(chat.changesAtMs, atMs),
    latestAt(beliefs[screen.surface] ?? [], atMs)?.event ?? '',
  ].join(' ');
}

export function surfaceAt(
  surface: CompiledSurface,
  screen: ScreenIndex,
  answers: readonly AnswerIndex[],
  knowledge: LaneKnowledge,
  atMs: VirtualMs,
): SurfaceView {
  const { textOf, chat, beliefs } = knowledge;
  const status = latestAt(screen.statuses, atMs)?.status ?? 'closed';
  const link = latestAt(screen.links, atMs)?.link ?? 'up';
  const isAsleep = latestAt(screen.sleeps, atMs)?.isAsleep === true;
  const newest = newestAnswers(answers);
  const hasAnswer = newest.length > 0;
  const drawn = (answer: AnswerIndex): ShownAnswer => ({
    turn: answer.turn,
    agent: answer.agent,
    words: textOf(answer.agent),
    segments: segmentsOf(screen, answer, atMs),
  });
  const ofNewest = newest.map(drawn);
  const shown = sum(ofNewest, ({ segments }) => countWords(segments, (kind) => kind !== 'missing'));
  const missing = sum(ofNewest, ({ segments }) => countWords(segments, (kind) => kind === 'missing'));
  const isExpected = status === 'waiting' || status === 'streaming';
  // Where a page has heard nothing of the newest prompt, it shows what it had.
  const older = shown > 0 || isExpected ? undefined : answers.findLast((answer) => isSeen(drawn(answer)));
  const drawnTurn = (older ?? newest[0])?.turn ?? null;
  const isOpen = status !== 'closed';
  return {
    name: surface.name,
    label: actorLabel(surface.name),
    kind: surface.kind,
    status,
    ...sayStatus(status, { missing, isAsleep, link, hasAnswer, shown }),
    isAsleep,
    isHidden: latestAt(screen.hides, atMs)?.isHidden === true,
    gone: goneAt(screen, atMs),
    truth: surfaceTruth(latestAt(beliefs[surface.name] ?? [], atMs), missing),
    lines: isOpen ? chatLinesAt(chat, surface.name, drawnTurn, atMs) : [],
    fault: latestAt(screen.faults, atMs)?.how ?? null,
    answers:
      older === undefined ? ofNewest : answers.filter(({ turn }) => turn === older.turn).map((answer) => drawn(answer)),
    shown,
    missing,
    note: older !== undefined && missing > 0 ? `Answer ${newest[0]?.turn ?? 1} is not here.` : null,
    placeholder: shown > 0 || older !== undefined ? null : placeholderFor(status, link, hasAnswer),
  };
}

/** A page that was loaded anew is told again. */
function goneAt(screen: ScreenIndex, atMs: VirtualMs): readonly string[] {
  const loadedAtMs = latestAt(screen.epochs, atMs)?.atMs ?? 0;
  const there = new Map<string, boolean>();
  for (const told of screen.presence) {
    if (told.atMs > atMs) break;
    if (told.atMs >= loadedAtMs) there.set(told.who, told.isPresent);
  }
  return [...there].filter(([, isPresent]) => !isPresent).map(([who]) => who);
}

function isSeen({ segments }: ShownAnswer): boolean {
  return segments.some(({ kind }) => kind !== 'missing');
}

function segmentsOf(screen: ScreenIndex, answer: AnswerIndex, atMs: VirtualMs): readonly AnswerSegment[] {
  const epoch = latestAt(screen.epochs, atMs);
  return epoch === undefined ? [] : answerSegments(answer, epoch, atMs);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

interface Circumstances {
  readonly missing: number;
  readonly shown: number;
  readonly isAsleep: boolean;
  readonly link: 'opening' | 'up' | 'down';
  readonly hasAnswer: boolean;
}

function sayStatus(
  status: SurfaceStatus,
  now: Circumstances,
): { readonly statusText: string; readonly tone: StatusTone } {
  if (now.isAsleep) return { statusText: 'asleep', tone: 'quiet' };
  switch (status) {
    case 'closed':
      return { statusText: 'closed', tone: 'quiet' };
    case 'idle':
      if (now.link === 'opening') return { statusText: 'loading', tone: 'busy' };
      return { statusText: now.hasAnswer && now.shown === 0 ? 'no stream' : 'ready', tone: 'quiet' };
    case 'waiting':
      return { statusText: now.link === 'down' ? 'reconnecting' : 'waiting', tone: 'busy' };
    case 'streaming':
      return { statusText: now.link === 'down' ? 'reconnecting' : 'streaming', tone: 'busy' };
    case 'complete':
      return now.missing > 0 ? { statusText: 'says complete', tone: 'harm' } : { statusText: 'complete', tone: 'good' };
    case 'cancelled':
      return { statusText: 'stopped', tone: 'quiet' };
    case 'error':
      return { statusText: now.link === 'down' ? 'reconnecting' : 'connection lost', tone: 'harm' };
  }
}

function placeholderFor(status: SurfaceStatus, link: Circumstances['link'], hasAnswer: boolean): string {
  switch (status) {
    case 'closed':
      return 'Not open.';
    case 'idle':
      if (link === 'opening') return 'The page loads.';
      return hasAnswer ? 'Nothing here. The answer belongs to another page’s connection.' : 'Nothing asked yet.';
    case 'waiting':
      return 'Waiting for the first word.';
    case 'streaming':
      return 'The answer is on its way.';
    case 'complete':
      return 'The page says it is complete, and shows nothing.';
    case 'cancelled':
      return 'Stopped before the first word.';
    case 'error':
      return 'The connection was lost before the first word.';
  }
}
