/**
 * The product's own database of messages, which a fresh page reads. It keeps what a lane saves and
 * nothing else: an answer that was never saved is not there. Source: `model.md`, History.
 */

import type { Kernel } from '../kernel/kernel.ts';
import type { SavedAnswer } from '../network/packet.ts';

export interface HistoryState {
  readonly answers: SavedAnswer[];
  /** Prompts that reached the server. */
  turns: number;
}

export class History {
  readonly #state: HistoryState;
  readonly #kernel: Kernel;

  constructor(state: HistoryState, kernel: Kernel) {
    this.#state = state;
    this.#kernel = kernel;
  }

  notePrompt(turn: number): void {
    this.#state.turns = Math.max(this.#state.turns, turn);
  }

  /** Saves what there is of an answer; a later save of the same run replaces it. */
  save(answer: SavedAnswer): void {
    const { answers } = this.#state;
    const at = answers.findIndex((other) => other.run === answer.run);
    if (at >= 0) answers[at] = answer;
    else answers.push(answer);
    this.#kernel.record({
      type: 'history.saved',
      actor: 'server',
      run: answer.run,
      tokens: answer.tokens,
      whole: answer.isWhole,
    });
  }

  /** What a page that loads now is given. */
  read(): { readonly answers: readonly SavedAnswer[]; readonly turns: number } {
    return { answers: [...this.#state.answers], turns: this.#state.turns };
  }
}
