/** Work that may wait for what is under way, and never longer than people notice. */

/** So long that a run of usual size comes first, so short that nobody sees a picture come in two parts. */
const FRAMES = 2;

/** Calls `action` once, in the frame after the next one, unless the returned function is called before. */
export function afterFrames(action: () => void): () => void {
  let left = FRAMES;
  let frame = 0;
  const count = (): void => {
    // What asks for a frame while an event of this very frame is handled is called in it.
    if (left === 0) action();
    else {
      left -= 1;
      frame = requestAnimationFrame(count);
    }
  };
  count();
  return () => cancelAnimationFrame(frame);
}
