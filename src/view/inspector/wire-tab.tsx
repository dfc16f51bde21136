/** A message as its bytes read on the wire, with their number, and what the model does not know of them. */

import { useMemo } from 'react';
import { WIRE_AS_OF, WIRE_SOURCES, wireOf } from '../../projection/inspector/wire/wire-of.ts';
import type { WirePart } from '../../projection/inspector/wire/wire.ts';
import type { WireStyle } from '../../protocol/inspector-facts.ts';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { CopyButton } from './copy-button.tsx';
import { SourceList } from './source-list.tsx';

interface WireTabProps {
  readonly style: WireStyle;
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  readonly event: TraceEvent;
}

export function WireTab({ style, trace, scenario, event }: WireTabProps) {
  const wire = useMemo(() => wireOf(style, trace, scenario, event), [style, trace, scenario, event]);
  if (wire === null)
    return (
      <p className="inspector-section quiet">
        This is no message: nothing of it is on the wire. Choose a word, a request or a record, or follow its causes
        under Why.
      </p>
    );
  const hasGaps = wire.parts.some(({ text }) => text.includes('‹'));
  return (
    <>
      {wire.parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
      <section className="inspector-section">
        {wire.parts.length === 0 && <h4>No bytes</h4>}
        {wire.remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        {hasGaps && (
          <p className="quiet">
            <span className="wire-gap">‹so›</span> stands for what the model has no value for. TCP, TLS and the cut into
            packets are not modelled.
          </p>
        )}
      </section>
      <SourceList sources={WIRE_SOURCES[style].map((source) => ({ ...source, asOf: WIRE_AS_OF }))} />
    </>
  );
}

function Part({ part: { title, text, bytes } }: { readonly part: WirePart }) {
  return (
    <section className="inspector-section">
      <div className="inspector-section-head">
        <h4>
          {title} <span className="wire-bytes mono">{bytes} B</span>
        </h4>
        <CopyButton label={`Copy: ${title}`} text={text} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <pre className="wire-text" tabIndex={0} role="region" aria-label={`${title}, ${bytes} bytes`}>
        {piecesOf(text).map(({ at, isGap, piece }) =>
          isGap ? (
            <span key={at} className="wire-gap">
              {piece}
            </span>
          ) : (
            piece
          ),
        )}
      </pre>
    </section>
  );
}

interface Piece {
  readonly at: number;
  readonly isGap: boolean;
  readonly piece: string;
}

/** A browser shows CR LF as one break, as it shows LF. */
function piecesOf(text: string): readonly Piece[] {
  let at = 0;
  return text.split(/(‹[^›]*›)/).map((piece) => {
    const found = { at, isGap: piece.startsWith('‹'), piece };
    at += piece.length;
    return found;
  });
}
