/** The demo deck: reveal.js with a lesson in one of its slides. Its keys step the lesson first and the slides then. */

import Reveal from 'reveal.js';
import { openLesson } from './lesson-frame.ts';
import type { LessonFrame } from './lesson-frame.ts';
import 'reveal.js/reset.css';
import 'reveal.js/reveal.css';
import './deck.css';

/** From this page in the build and on the development server alike. */
const APP = '../../index.html';
/** What clickers and hands send: right, down, page down, space, N; left, up, page up, P. */
const [ON, BACK] = [
  [39, 40, 34, 32, 78],
  [37, 38, 33, 80],
];

const frames = new Map<Element, LessonFrame>();

function move(by: 1 | -1): void {
  const lesson = frames.get(Reveal.getCurrentSlide());
  if (lesson?.isReady() === true) lesson.step(by);
  else leave(by);
}

function leave(by: 1 | -1): void {
  if (by === 1) Reveal.next();
  else Reveal.prev();
}

const bindings = [
  ...ON.map((key) => [key, () => move(1)] as const),
  ...BACK.map((key) => [key, () => move(-1)] as const),
];

await Reveal.initialize({
  width: 1280,
  height: 720,
  margin: 0,
  hash: true,
  controls: false,
  display: 'flex',
  transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'fade',
  transitionSpeed: 'fast',
  keyboard: Object.fromEntries(bindings),
});

for (const frame of document.querySelectorAll('iframe')) {
  const slide = frame.closest('section');
  const lesson = frame.dataset['lesson'];
  if (slide === null || lesson === undefined) continue;
  const opened = openLesson(frame, `${APP}#/present/${lesson}?embed`, (message) => {
    // The frame is asked in its own slide only; what comes late must not turn another.
    if (message.type === 'end' && Reveal.getCurrentSlide() === slide) leave(message.payload.edge === 'last' ? 1 : -1);
    if (message.type === 'ready' || message.type === 'marker') slide.dataset['cue'] = String(message.payload.cue);
  });
  frames.set(slide, opened);
}
document.documentElement.dataset['deck'] = 'ready';
