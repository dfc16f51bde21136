/** Listens for the page's keys, and leaves alone what people type and what a focused control needs. */

import { useEffect, useEffectEvent } from 'react';
import { commandOf } from './key-bindings.ts';
import type { KeyCommand } from './key-bindings.ts';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable="true"]';
const LAYERS = '[role=dialog], [role=menu], [role=listbox]';
const PRESSED_BY_SPACE = 'button, a[href], summary, input, [role=button], [role=slider], [role=switch], [role=row]';
const MOVED_BY_ARROWS = '[role=slider], [role=radiogroup], [role=tablist], [role=grid], input[type=radio]';

export function useKeyCommands(singleKeys: boolean, onCommand: (command: KeyCommand) => void): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(`${TYPING}, ${LAYERS}`)) return;
    if (event.key === ' ' && target?.closest(PRESSED_BY_SPACE)) return;
    if (event.key.startsWith('Arrow') && target?.closest(MOVED_BY_ARROWS)) return;
    const command = commandOf(event, singleKeys);
    if (command === null) return;
    event.preventDefault();
    onCommand(command);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => take(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
