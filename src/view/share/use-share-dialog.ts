/** The dialog of files and links, loaded when it is first asked for. */

import { useMemo, useState } from 'react';
import type { ComponentType, Dispatch } from 'react';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { ShareDialogProps } from './share-dialog.tsx';

interface ShareDialogState {
  /** `null` while it is closed. */
  readonly Dialog: ComponentType<ShareDialogProps> | null;
  readonly show: () => void;
  readonly close: () => void;
}

export function useShareDialog(dispatch: Dispatch<PlaygroundAction>): ShareDialogState {
  const [shown, setShown] = useState<{ readonly Dialog: ComponentType<ShareDialogProps> } | null>(null);
  const hands = useMemo(
    () => ({
      show: () =>
        void import('./share-dialog.tsx').then(
          ({ ShareDialog }) => setShown({ Dialog: ShareDialog }),
          () =>
            dispatch({
              type: 'notice.shown',
              text: 'Unable to show files and links; the page could not be reached. Nothing of yours is lost; try it again.',
            }),
        ),
      close: () => setShown(null),
    }),
    [dispatch],
  );
  return { Dialog: shown?.Dialog ?? null, ...hands };
}
