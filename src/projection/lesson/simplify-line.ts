/** A line with as few points as it takes to stay where it is. */

export type Point = readonly [x: number, y: number];

/** Nobody sees less at the size of a list. */
const TOLERANCE = 0.7;

/**
 * Keeps the first and the last point, and of those between the ones without which the line would move by more than
 * {@link TOLERANCE} upwards or downwards. `points` go from left to right.
 */
export function simplifyLine(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  const slope = (last[1] - first[1]) / (last[0] - first[0] || 1);
  let [farthest, distance] = [0, 0];
  points.forEach(([x, y], index) => {
    const away = Math.abs(first[1] + slope * (x - first[0]) - y);
    if (away > distance) [farthest, distance] = [index, away];
  });
  if (distance <= TOLERANCE) return [first, last];
  return [...simplifyLine(points.slice(0, farthest + 1)).slice(0, -1), ...simplifyLine(points.slice(farthest))];
}
