/**
 * The text of one scenario for the life of the page, whether or not the panel is open: what is typed
 * is read once the hands rest, and becomes an edit of the page; what is done on the page goes into the text.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { KeptEditor, TextEditor } from './code/text-editor.ts';
import { followPage, openDraft, resumeDraft, takePage, writeDraft } from './text-draft.ts';
import type { TextDraft } from './text-draft.ts';
import { textEditLabel } from './text-edit-label.ts';

export interface TextSessionHost {
  readonly format: ScenarioFormat;
  /** The text says another scenario now; one `burst` of typing is one step. */
  readonly onScenario: (written: {
    readonly scenario: CompiledScenario;
    readonly burst: number;
    readonly label: string;
  }) => void;
  /** Calls `act` once the hands have rested; what it returns calls it off. */
  readonly whenAtRest: (act: () => void) => () => void;
  /** In real milliseconds. */
  readonly now: () => number;
  /** The text as it stood when the page was left, `null` when it was not open then. */
  readonly leftText: string | null;
}

/** After so long a pause in typing, in real milliseconds, another step of the history begins. */
const BURST_MS = 4_000;

export class TextSession {
  readonly #host: TextSessionHost;
  readonly #listeners = new Set<() => void>();
  #page: CompiledScenario;
  #draft: TextDraft;
  #editor: TextEditor | null = null;
  #kept: KeptEditor | null = null;
  /** What was typed and not read yet. */
  #unread: string | null = null;
  #callOff: () => void = () => undefined;
  #burst = { number: 0, from: null as CompiledScenario | null, wroteAtMs: 0 };

  constructor(page: CompiledScenario, host: TextSessionHost) {
    this.#host = host;
    this.#page = page;
    this.#draft = host.leftText === null ? openDraft(page, host.format) : resumeDraft(page, host.leftText, host.format);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly draft = (): TextDraft => this.#draft;

  /** What stands in the editor, read or not. */
  get text(): string {
    return this.#unread ?? this.#draft.text;
  }

  /** Cursor and history of the editor that was closed last. */
  get kept(): KeptEditor | null {
    return this.#kept;
  }

  attach(editor: TextEditor): void {
    this.#editor = editor;
  }

  /** Nothing that was typed is lost with the editor. */
  detach(): void {
    this.leave();
    this.#kept = this.#editor?.close() ?? null;
    this.#editor = null;
  }

  /** People wrote. */
  write(text: string): void {
    const nowMs = this.#host.now();
    if (this.#burst.from === null || nowMs - this.#burst.wroteAtMs > BURST_MS) this.#beginBurst();
    this.#burst.wroteAtMs = nowMs;
    this.#unread = text;
    this.#callOff();
    this.#callOff = this.#host.whenAtRest(() => this.#read());
  }

  /** The editor is left: what was typed is read at once, and what is typed later is another step. */
  leave(): void {
    this.#read();
    this.#burst.from = null;
  }

  /** What is on the page now. */
  follow(page: CompiledScenario): void {
    if (page === this.#page) return;
    this.#read();
    const isOwn = page === this.#draft.good.scenario;
    this.#page = page;
    if (isOwn) return;
    this.#burst.from = null;
    const { text } = this.#draft;
    this.#set(followPage(this.#draft, page, this.#host.format));
    if (this.#draft.text !== text) this.#editor?.replace(this.#draft.text, false);
  }

  /** What the page says in place of what cannot be read; the editor can take it back. */
  takePage(): void {
    this.#callOff();
    this.#unread = null;
    this.#set(takePage(this.#draft, this.#page, this.#host.format));
    this.#editor?.replace(this.#draft.text, true);
  }

  #beginBurst(): void {
    this.#burst = { number: this.#burst.number + 1, from: this.#page, wroteAtMs: 0 };
  }

  #read(): void {
    this.#callOff();
    if (this.#unread === null) return;
    const text = this.#unread;
    this.#unread = null;
    const before = this.#draft.good.scenario;
    this.#set(writeDraft(this.#draft, text, this.#host.format));
    const { problems, good } = this.#draft;
    const isUnchanged = good.scenario === before && before === this.#page;
    if (problems.length > 0 || isUnchanged) return;
    const { number, from } = this.#burst;
    this.#page = good.scenario;
    this.#host.onScenario({
      scenario: good.scenario,
      burst: number,
      label: textEditLabel(from ?? before, good.scenario),
    });
  }

  #set(draft: TextDraft): void {
    this.#draft = draft;
    for (const listener of this.#listeners) listener();
  }
}
