/** Marks beside the lines: claims that the run keeps or breaks, and places that cannot be read. */

import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { gutter, GutterMarker } from '@codemirror/view';

export type LineMarkKind = 'kept' | 'broken' | 'problem';

export interface LineMark {
  /** An offset in the line. */
  readonly at: number;
  readonly kind: LineMarkKind;
  readonly title: string;
}

export const setLineMarks = StateEffect.define<readonly LineMark[]>();

const SIGNS: Readonly<Record<LineMarkKind, string>> = { kept: '✓', broken: '✕', problem: '!' };

class SignMarker extends GutterMarker {
  readonly #kind: LineMarkKind;
  readonly #title: string;

  constructor(kind: LineMarkKind, title: string) {
    super();
    this.#kind = kind;
    this.#title = title;
  }

  override eq(other: SignMarker): boolean {
    return other.#kind === this.#kind && other.#title === this.#title;
  }

  override toDOM(): Node {
    const sign = document.createElement('span');
    sign.className = 'cm-sign';
    sign.dataset['kind'] = this.#kind;
    sign.title = this.#title;
    sign.textContent = SIGNS[this.#kind];
    return sign;
  }
}

const field = StateField.define<RangeSet<SignMarker>>({
  create: () => RangeSet.empty,
  update: (marks, { changes, effects, state }) => {
    const set = effects.find((effect) => effect.is(setLineMarks));
    if (set === undefined) return marks.map(changes);
    const lines = new Map<number, LineMark>();
    for (const mark of set.value) {
      const { from } = state.doc.lineAt(mark.at);
      const other = lines.get(from);
      lines.set(from, other === undefined ? mark : joined(other, mark));
    }
    const ranges = [...lines].map(([from, { kind, title }]) => new SignMarker(kind, title).range(from));
    return RangeSet.of(ranges, true);
  },
});

/** Several claims may stand on one line: it shows the worst, and tells all of those. */
function joined(a: LineMark, b: LineMark): LineMark {
  if (a.kind === b.kind) return { ...a, title: `${a.title}\n${b.title}` };
  return RANK[a.kind] > RANK[b.kind] ? a : b;
}

const RANK: Readonly<Record<LineMarkKind, number>> = { kept: 0, broken: 1, problem: 2 };

export function lineMarks(): Extension {
  return [field, gutter({ class: 'cm-signs', markers: ({ state }) => state.field(field) })];
}
