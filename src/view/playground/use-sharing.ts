/** The link to the moment on the page: made, copied, and shown. */

import { useEffect, useMemo, useState } from 'react';
import type { Result } from '../../base/result.ts';
import { copyText } from '../copy-text.ts';
import { useLatest } from '../latest.ts';
import type { Shared } from '../shell/share-button.tsx';
import type { PlaygroundPorts } from './playground-ports.ts';
import { playheadOf } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

export interface Sharing {
  readonly shared: Shared | null;
  readonly share: () => void;
  readonly close: () => void;
}

export function useSharing(ports: PlaygroundPorts, state: PlaygroundState): Sharing {
  const [shared, setShared] = useState<Shared | null>(null);
  const { scenario } = state;
  useEffect(() => {
    ports.onMoment({ scenario, playheadMs: null });
  }, [ports, scenario]);
  const latest = useLatest(state);
  const hands = useMemo(() => {
    const share = async () => {
      const now = latest.current;
      const hash = await ports.encodeLink({ scenario: now.scenario, playheadMs: Math.round(playheadOf(now)) });
      const link: Result<string, string> = hash.ok ? { ok: true, value: `${pageAddress()}${hash.value}` } : hash;
      setShared({ link, isCopied: link.ok && (await copyText(link.value)) });
    };
    return { share: () => void share(), close: () => setShared(null) };
  }, [ports, latest]);
  return { shared, ...hands };
}

function pageAddress(): string {
  return location.href.replace(/#.*$/, '');
}
