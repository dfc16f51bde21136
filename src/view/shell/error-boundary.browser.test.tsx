import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ErrorBoundary } from './error-boundary.tsx';

function Broken(): never {
  throw new Error('a promise of our own was broken');
}

test('a failure shows its message and the link that replays it', async () => {
  // React reports what a boundary caught; here that is the point, not a surprise.
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const screen = await render(
    <ErrorBoundary replayLink={async () => '#/play/wifi-blip?v=1'}>
      <Broken />
    </ErrorBoundary>,
  );
  await expect.element(screen.getByText('a promise of our own was broken')).toBeVisible();
  await expect.element(screen.getByRole('link')).toHaveAttribute('href', '#/play/wifi-blip?v=1');
  report.mockRestore();
});

test('what works is left alone', async () => {
  const screen = await render(<ErrorBoundary replayLink={async () => ''}>all is well</ErrorBoundary>);
  await expect.element(screen.getByText('all is well')).toBeVisible();
});
