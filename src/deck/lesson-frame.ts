/** A lesson in a frame of a deck, from the deck's side: it is asked for a step and says when it has none left. */

import { HOST_NAMESPACE, HOST_VERSION, readFrameMessage } from '../present/host-message.ts';
import type { FromFrame } from '../present/host-message.ts';

export interface LessonFrame {
  readonly step: (by: 1 | -1) => void;
  /** `false` until the lesson has been simulated: then a key belongs to the deck. */
  readonly isReady: () => boolean;
}

/** `onMessage` is told what the frame says. The frame is of our own origin and no other is listened to. */
export function openLesson(
  frame: HTMLIFrameElement,
  src: string,
  onMessage: (message: FromFrame) => void,
): LessonFrame {
  let isReady = false;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin) return;
    const message = readFrameMessage(event.data);
    if (message === null) return;
    isReady ||= message.type === 'ready';
    onMessage(message);
  });
  frame.src = src;
  return {
    step: (by) => {
      const message = { ns: HOST_NAMESPACE, v: HOST_VERSION, type: 'step', payload: { by } };
      frame.contentWindow?.postMessage(message, location.origin);
    },
    isReady: () => isReady,
  };
}
