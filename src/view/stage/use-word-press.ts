/**
 * A press on any word of an answer, by pointer, finger or key. One listener for all words: a control for
 * each would cost an element for each, and as many stops on the way of the Tab key.
 */

import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/** `answer` is the place of the answer among those on the surface, `word` counted from 1. */
export function useWordPress(
  content: RefObject<HTMLElement | null>,
  onPress: (answer: number, word: number) => void,
): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const element = content.current;
    if (element === null) return undefined;
    const take = (target: EventTarget | null, point: { readonly x: number; readonly y: number } | null): boolean => {
      const stretch = target instanceof Element ? target.closest<HTMLElement>('[data-from]') : null;
      const answer = stretch?.closest<HTMLElement>('[data-answer]');
      if (stretch === null || answer === null || answer === undefined) return false;
      const before = point === null ? 0 : wordsBefore(stretch, point);
      press(Number(answer.dataset['answer']), Number(stretch.dataset['from']) + before);
      return true;
    };
    const onClick = (event: MouseEvent) => {
      // Who marks text to copy it does not ask about it.
      if (getSelection()?.isCollapsed === false) return;
      take(event.target, { x: event.clientX, y: event.clientY });
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (take(event.target, null)) event.preventDefault();
    };
    element.addEventListener('click', onClick);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [content]);
}

/** How many words of a stretch of text stand before a point of the page. */
function wordsBefore(stretch: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): number {
  // Older browsers lead to the first word of the stretch; the panel goes on from there word by word.
  if (!('caretPositionFromPoint' in document)) return 0;
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || caret.offsetNode.parentElement !== stretch) return 0;
  const text = caret.offsetNode.textContent ?? '';
  return text.slice(0, caret.offset).split(' ').length - 1;
}
