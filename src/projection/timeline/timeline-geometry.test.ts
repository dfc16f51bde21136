import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutTimeline } from './timeline-geometry.ts';

/** What is left for the timeline of a projector's 1280 by 720, beside the dock. */
const PROJECTOR = { width: 1_200, height: 248, hasServers: false };

describe('on a projector', () => {
  test.each([1, 2, 3])('three lanes of %i surfaces are in sight without scrolling', (surfaces) => {
    const { lanes, foot } = layoutTimeline({ ...PROJECTOR, lanes: 3, surfaces });
    // The foot stays in sight, over what is scrolled.
    const fold = PROJECTOR.height - foot.height;
    for (const { top, height } of lanes.flatMap(({ plot, tracks }) => [plot, ...tracks])) {
      expect(top + height).toBeLessThanOrEqual(fold);
    }
  });

  test('the curves keep a height that can be read, and the name of a lane has its counts beside it', () => {
    const { lanes, readoutColumns } = layoutTimeline({ ...PROJECTOR, lanes: 3, surfaces: 2 });
    for (const { plot, tracks } of lanes) {
      expect(plot.height).toBeGreaterThanOrEqual(20);
      expect(tracks).toHaveLength(1);
    }
    expect(readoutColumns).toBe(2);
  });
});

test('rows follow each other without overlapping, whatever the room', () => {
  fc.assert(
    fc.property(
      fc.record({
        width: fc.integer({ min: 320, max: 2_000 }),
        height: fc.integer({ min: 120, max: 900 }),
        lanes: fc.integer({ min: 1, max: 4 }),
        surfaces: fc.integer({ min: 1, max: 4 }),
        hasServers: fc.boolean(),
      }),
      (room) => {
        const { axis, people, network, servers, lanes, difference, foot } = layoutTimeline(room);
        let bottom = 0;
        for (const band of [axis, people, network, servers, ...lanes, difference, foot]) {
          expect(band.top).toBeGreaterThanOrEqual(bottom);
          bottom = band.top + band.height;
        }
        for (const { top, height, plot, tracks } of lanes) {
          expect(plot.height).toBeGreaterThan(0);
          for (const track of tracks) expect(track.top + track.height).toBeLessThanOrEqual(top + height);
        }
      },
    ),
  );
});

test('a picture that fits as usual is not made tighter', () => {
  const roomy = layoutTimeline({ width: 1_200, height: 400, lanes: 3, surfaces: 2, hasServers: false });
  expect(roomy.people.height).toBe(28);
  expect(roomy.height).toBeLessThanOrEqual(400);
});
