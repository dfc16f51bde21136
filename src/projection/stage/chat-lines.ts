/** What stands on one surface beside the answers at one moment: the person's words, and the agent's questions. */

import { durationText } from '../seconds.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ApprovalAnswer } from '../../protocol/trace-event.ts';
import type { ChatIndex, QuestionIndex, SteerIndex } from './chat-index.ts';
import { latestAt } from './sorted-times.ts';

export interface ChatLine {
  /** `prompt` stands before the answers; the others after them. */
  readonly kind: 'prompt' | 'queued' | 'steer' | 'question' | 'settled';
  /** What was said or asked. */
  readonly text: string;
  /** What a question was settled with, `null` for anything else. */
  readonly answer: ApprovalAnswer | null;
  /** How it stands with it, `null` where there is nothing to say. */
  readonly note: string | null;
  readonly isLate: boolean;
}

/** `turn` is that of the answers that the surface shows, `null` when it shows none. */
export function chatLinesAt(
  chat: ChatIndex,
  surface: string,
  turn: number | null,
  atMs: VirtualMs,
): readonly ChatLine[] {
  return [
    ...promptLines(chat, surface, turn, atMs),
    ...chat.steers.flatMap((steer) =>
      steer.surface === surface && steer.atMs <= atMs && steer.turn === turn ? [steerLine(steer, atMs)] : [],
    ),
    ...chat.questions.flatMap((question) => (question.turn === turn ? questionLine(question, surface, atMs) : [])),
  ];
}

/** The prompt of the answers that are shown, wherever it was written; and those of this page that nobody answers yet. */
function promptLines(chat: ChatIndex, surface: string, turn: number | null, atMs: VirtualMs): readonly ChatLine[] {
  return chat.prompts.flatMap((prompt): readonly ChatLine[] => {
    if (prompt.atMs > atMs || prompt.text === '') return [];
    if (prompt.turn === turn) return [{ kind: 'prompt', text: prompt.text, answer: null, note: null, isLate: false }];
    const isWaiting = prompt.startedAtMs === null || prompt.startedAtMs > atMs;
    if (prompt.surface !== surface || !isWaiting) return [];
    return [{ kind: 'queued', text: prompt.text, answer: null, note: 'nobody answers it yet', isLate: false }];
  });
}

function steerLine({ text, arrived, consumedAtMs }: SteerIndex, atMs: VirtualMs): ChatLine {
  const line = { kind: 'steer', text, answer: null } as const;
  if (consumedAtMs !== null && consumedAtMs <= atMs) return { ...line, note: 'taken in', isLate: false };
  if (arrived === null || arrived.atMs > atMs) return { ...line, note: 'on its way', isLate: false };
  return arrived.outcome === 'kept'
    ? { ...line, note: 'waits for the next step', isLate: false }
    : { ...line, note: 'came too late', isLate: true };
}

function questionLine(question: QuestionIndex, surface: string, atMs: VirtualMs): readonly ChatLine[] {
  const shown = question.shown.get(surface);
  const isShown = latestAt(shown ?? [], atMs)?.isShown;
  const own = question.given.findLast((given) => given.surface === surface && given.atMs <= atMs);
  const settled = question.settled !== null && question.settled.atMs <= atMs ? question.settled : null;
  if (isShown === undefined && own === undefined) return [];
  const text = `${question.name}?`;
  if (isShown === true) {
    const note = own === undefined ? 'waits for a person' : `${said(own.answer)} here, not heard back`;
    return [{ kind: 'question', text, answer: null, note, isLate: false }];
  }
  if (settled === null) return [];
  const line = { kind: 'settled', text, answer: settled.answer } as const;
  const place = settled.by === null ? null : settled.by.replaceAll('-', ' ');
  const late = own?.arrived?.outcome === 'too-late' && own.arrived.atMs <= atMs ? own.arrived : null;
  if (late !== null)
    return [
      { ...line, note: `${place ?? 'another'} first, by ${durationText(late.atMs - settled.atMs)}`, isLate: true },
    ];
  const where = settled.by === surface ? ' here' : place === null ? '' : ` on ${place}`;
  return [{ ...line, note: `${said(settled.answer)}${where}`, isLate: false }];
}

function said(answer: ApprovalAnswer): string {
  return answer === 'approve' ? 'approved' : 'rejected';
}
