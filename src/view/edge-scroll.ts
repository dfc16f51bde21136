/** A hand that carries something to an edge of a page that is taller than the screen moves the page along. */

/** How near to an edge the hand must be, in pixels. */
const NEAR = 72;
const PIXELS_PER_MS = 0.6;
/** No frame moves the page further than the eye follows. */
const MOST = 60;

export interface EdgeScroll {
  /** The hand is at `y` of the screen. */
  readonly follow: (y: number) => void;
  readonly stop: () => void;
}

/** `onScrolled` after each frame in which the page moved; no frame is asked for while the hand is elsewhere. */
export function edgeScroll(onScrolled: () => void): EdgeScroll {
  let frame = 0;
  let way = 0;
  let lastMs = 0;
  const begin = (): void => {
    lastMs = performance.now();
    frame = requestAnimationFrame(step);
  };
  const step = (nowMs: number): void => {
    const before = scrollY;
    scrollBy({ top: way * Math.min(MOST, Math.max(1, (nowMs - lastMs) * PIXELS_PER_MS)), behavior: 'instant' });
    lastMs = nowMs;
    frame = way !== 0 && scrollY !== before ? requestAnimationFrame(step) : 0;
    if (scrollY !== before) onScrolled();
  };
  return {
    follow: (y) => {
      way = y < NEAR ? -1 : y > innerHeight - NEAR ? 1 : 0;
      if (way !== 0 && frame === 0) begin();
    },
    stop: () => {
      cancelAnimationFrame(frame);
      [frame, way] = [0, 0];
    },
  };
}
