/**
 * The screen that the address asks for. The playground stays behind the others as it was left, with every edit and
 * branch, and does nothing there: React takes the effects of a hidden `Activity` down, and with them keys and clocks.
 */

import { Activity, useState, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Opening } from '../playground/playground-ports.ts';
import { Playground } from '../playground/playground.tsx';
import { SCREENS } from './screen-list.ts';
import { ScreenHead } from './screen-head.tsx';
import { screenIdOf } from './screen.ts';
import type { Screen, ScreenProps } from './screen.ts';
import type { SitePorts } from './site-ports.ts';
import { useScreen } from './use-screen.ts';

interface SiteProps {
  readonly ports: SitePorts;
  /** What the address asked of the playground when the page was opened. */
  readonly opening: Opening;
}

export function Site({ ports, opening }: SiteProps) {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const current = screenIdOf(hash, SCREENS);
  const [hasPlayed, setHasPlayed] = useState(current === 'play');
  if (current === 'play' && !hasPlayed) setHasPlayed(true);
  const screen = SCREENS.find(({ id }) => id === current);
  return (
    <>
      {hasPlayed && (
        <Activity mode={current === 'play' ? 'visible' : 'hidden'}>
          <Playground ports={ports.play} opening={opening} />
        </Activity>
      )}
      {screen !== undefined && <LateScreen key={screen.id} screen={screen} ports={ports} hash={hash} />}
    </>
  );
}

function LateScreen({ screen, ...props }: ScreenProps & { readonly screen: Screen }) {
  const loaded = useScreen(screen);
  if (loaded.kind === 'ready') return <loaded.Component {...props} />;
  return (
    <div className="screen">
      <ScreenHead current={screen.id} />
      <main>
        {loaded.kind === 'failed' ? (
          <div className="screen-status" role="alert">
            <p>Unable to open this screen; the page could not be reached. Nothing of yours is lost.</p>
            <Button className="button" onPress={loaded.retry}>
              Try again
            </Button>
          </div>
        ) : (
          <p className="screen-status">Opening…</p>
        )}
      </main>
    </div>
  );
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
