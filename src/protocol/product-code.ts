/** A few lines of a real product that does what a lane does, each with the events that it stands behind. */

export interface ProductCode {
  readonly files: readonly CodeFile[];
  /** Events that no line stands behind, with the reason as a sentence. Keys as in {@link CodeLine.behind}. */
  readonly none: Readonly<Record<string, string>>;
  /** Where the calls are documented, and when that was read. */
  readonly sources: readonly CodeSource[];
}

export interface CodeFile {
  /** As a product would name it. */
  readonly path: string;
  readonly lines: readonly CodeLine[];
}

export interface CodeLine {
  readonly text: string;
  /** Events by type and, where there is one, kind: `message stop`, `connection resume`, `tokens.shown replay`, `run.started`. */
  readonly behind: readonly string[];
  /** The line stands there only while each of these options has one of these values. */
  readonly when: Readonly<Record<string, readonly (string | number | boolean)[]>>;
}

export interface CodeSource {
  readonly title: string;
  readonly url: string;
  /** `2026-11-24`. */
  readonly asOf: string;
}
