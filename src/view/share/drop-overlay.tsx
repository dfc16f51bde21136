/** Covers the page while a file is held over it, and says what letting go of it does. */

import { FileInput } from 'lucide-react';

export function DropOverlay() {
  return (
    <div className="drop-overlay" data-testid="drop-overlay" aria-hidden="true">
      <p>
        <FileInput size={22} aria-hidden="true" />
        <strong>Drop it to open it</strong>
        <span>A scenario, a run, or a figure that carries one. What you have is kept.</span>
      </p>
    </div>
  );
}
