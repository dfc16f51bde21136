/** A button that opens something beside itself: whether it is open, and what the button must say and do. */

import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { ButtonProps } from 'react-aria-components/Button';

export interface Opener {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
  /** To be spread on the button. */
  readonly button: Pick<ButtonProps, 'aria-haspopup' | 'aria-expanded' | 'onKeyDown'> & {
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly onPress: () => void;
  };
}

type KeyHandler = NonNullable<ButtonProps['onKeyDown']>;

export function useOpener(opens: 'menu' | 'dialog'): Opener {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  /** Down and up open a menu, as they do everywhere. */
  const onKeyDown: KeyHandler = (event) => {
    if (opens === 'menu' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setOpen(true);
    } else event.continuePropagation();
  };
  return {
    isOpen,
    close: () => setOpen(false),
    trigger,
    button: {
      ref: trigger,
      'aria-haspopup': opens,
      'aria-expanded': isOpen,
      onPress: () => setOpen(!isOpen),
      onKeyDown,
    },
  };
}
