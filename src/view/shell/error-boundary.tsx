/** Shows what our own mistake was, and the link that replays it, instead of an empty page. */

import { Component } from 'react';
import type { ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** The link to what was on the page last. */
  readonly replayLink: () => Promise<string>;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  /** `null` while it is being made. */
  readonly link: string | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null, link: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)), link: null };
  }

  override componentDidCatch(): void {
    void this.props.replayLink().then((link) => this.setState({ link }));
  }

  override render(): ReactNode {
    const { error, link } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="failure">
        <h1>Something in here is broken</h1>
        <p>This is our mistake, not yours. The link below opens the same moment again; please send it with a report.</p>
        <p className="mono">{error.message}</p>
        <p>{link === null ? 'Making the link…' : <a href={link}>{link}</a>}</p>
        <button type="button" className="button" onClick={() => this.setState({ error: null, link: null })}>
          Try again
        </button>
      </main>
    );
  }
}
