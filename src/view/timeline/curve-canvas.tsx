/** The canvas under the marks: painted in the next frame after a change, and never otherwise. */

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Palette } from '../../projection/timeline/paint-palette.ts';
import { paintScene } from '../../projection/timeline/paint-scene.ts';
import type { TimelineScene } from '../../projection/timeline/timeline-scene.ts';
import { usePalette } from './palette.ts';

interface Painting {
  readonly scene: TimelineScene;
  readonly palette: Palette;
}

export function CurveCanvas({ scene }: { readonly scene: TimelineScene }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hues = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  const { model, ghost, geometry, scale } = scene;
  const { lanes } = model;
  const palette = usePalette(hues, lanes.map(({ lane }) => lane).join());
  const latest = useRef<Painting | null>(null);
  useLayoutEffect(() => {
    if (palette === null) return;
    latest.current = { scene, palette };
    // One frame for any number of changes: all of them are painted together with the marks.
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      if (canvas.current !== null && latest.current !== null) paintOn(canvas.current, latest.current);
    });
    // Flags are no part of it: while one is only moved, nothing is painted.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is painted of a scene
  }, [model, ghost, geometry, scale, palette]);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    },
    [],
  );
  const { plotWidth, pictureHeight: height } = geometry;
  return (
    <>
      <div ref={hues} hidden />
      <canvas ref={canvas} className="timeline-curves" style={{ width: plotWidth, height }} aria-hidden="true" />
    </>
  );
}

function paintOn(canvas: HTMLCanvasElement, { scene, palette }: Painting): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const pixelRatio = devicePixelRatio;
  const width = Math.round(scene.geometry.plotWidth * pixelRatio);
  const height = Math.round(scene.geometry.pictureHeight * pixelRatio);
  // Setting a size clears the canvas, even to the same size.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  paintScene(context, scene, palette, pixelRatio);
}
