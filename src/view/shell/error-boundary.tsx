/** Shows what our own mistake was, and the link that replays it, instead of an empty page. */

import { Component } from 'react';
import type { ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** The link to what was on the page last. */
  readonly replayLink: () => string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const link = this.props.replayLink();
    return (
      <main className="failure">
        <h1>Something in here is broken</h1>
        <p>This is our mistake, not yours. The link below opens the same moment again; please send it with a report.</p>
        <p className="mono">{error.message}</p>
        <p>
          <a href={link}>{link}</a>
        </p>
        <button type="button" className="button" onClick={() => this.setState({ error: null })}>
          Try again
        </button>
      </main>
    );
  }
}
