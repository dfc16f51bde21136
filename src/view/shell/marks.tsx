/** What the shapes on the stage mean, each drawn as the stage draws it. */

import type { ReactNode } from 'react';

export function Marks() {
  return (
    <section className="marks" aria-label="Marks">
      <h3>In an answer</h3>
      <ul className="legend">
        <Mark shape={<span>word</span>}>came as it was made</Mark>
        <Mark shape={<span className="word-late">word</span>}>came late, by a replay or from the history</Mark>
        <Mark shape={<span className="word-doubled">word</span>}>stands there twice</Mark>
        <Mark
          shape={
            <span className="word-missing" aria-hidden="true">
              word
            </span>
          }
        >
          was made and is missing here; a press says why
        </Mark>
      </ul>
      <h3>Between agent and page</h3>
      <ul className="legend">
        <Mark shape={<Cells d="M2 9h6M11 9h6M20 9h6" className="pipe-cells" width={5} />}>
          words that came through, a cell each
        </Mark>
        <Mark shape={<Cells d="M14 9h6" className="mark-flight" width={5} />}>a word on its way, in ink</Mark>
        <Mark shape={<Cells d="M4 6.5h20v5h-20z" className="pipe-queue" width={1.2} />}>
          words that wait for what is before them
        </Mark>
        <Mark shape={<Cells d="M4 12l7-3M12 14l7 1M15 7l6-3" className="mark-harm" width={4} />}>
          words that fell out at a cut: nobody has seen them
        </Mark>
        <Mark shape={<Cells d="M4 9h4M11 9h4M18 9h4" className="tape-cells" width={13} />}>
          records of a log by offset; grey ones carry no words
        </Mark>
        <Mark shape={<Cells d="M13 5l-4 7h8z" className="mark-cursor" width={0} />}>
          how far a page has read the log
        </Mark>
      </ul>
      <h3>In a lane of the timeline</h3>
      <ul className="legend">
        <Mark shape={<MessageSign d="M4 15L20 4" end="M20 4l-5.6 1.2l2.6 3.8z" />}>
          a message from a page, below, to the far end, above: as slanted as its way is long
        </Mark>
        <Mark shape={<MessageSign d="M4 4L16 12" end="M13 9l6 6m-6 0l6-6" isLost />}>
          a message or a word that was lost there, on its way
        </Mark>
      </ul>
    </section>
  );
}

function Mark({ shape, children }: { readonly shape: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <span className="mark-shape">{shape}</span> {children}
    </li>
  );
}

function Cells({ d, className, width }: { readonly d: string; readonly className: string; readonly width: number }) {
  return (
    <svg width={28} height={18} aria-hidden="true">
      <path d={d} className={className} strokeWidth={width} />
    </svg>
  );
}

interface MessageSignProps {
  readonly d: string;
  readonly end: string;
  readonly isLost?: boolean;
}

function MessageSign({ d, end, isLost = false }: MessageSignProps) {
  return (
    <svg width={28} height={18} aria-hidden="true">
      <path className="message" data-tone={isLost ? 'lost' : 'arrived'} d={d} />
      <path className={isLost ? 'message-cross' : 'message-head'} d={end} />
    </svg>
  );
}
