import { expect, test } from 'vitest';
import { PICTURE_BOX } from '../../scenario/lesson/lesson-data.ts';
import { runNamed } from '../../testing/home-run.ts';
import { lessonPicture, pictureInWords } from './lesson-picture.ts';

const blip = lessonPicture(runNamed('wifi-blip'));

/** Where a path of relative steps ends. */
function endOf(path: string): readonly number[] {
  const [, x, y] = /^M(\d+) (\d+)/.exec(path) ?? [];
  let [endX, endY] = [Number(x), Number(y)];
  for (const [, sideways, dx, dy] of path.matchAll(/h(\d+)|l(\d+) ?(-?\d+)/g)) {
    endX += Number(sideways ?? dx);
    endY += Number(dy ?? 0);
  }
  return [endX, endY];
}

test('a lane that shows every word ends at the top, one that lost some ends below what it made', () => {
  const { width, height } = PICTURE_BOX;
  const ends = blip.lanes.map(({ told, made }) => [endOf(told), endOf(made)]);
  expect(ends.at(-1)).toEqual([
    [width, 0],
    [width, 0],
  ]);
  const [cut, made] = ends[0] ?? [];
  expect(made).toEqual([width, 0]);
  expect(cut?.[1]).toBeGreaterThan(height / 4);
  expect(cut?.[1]).toBeLessThan(height);
});

test('it says in words how each lane came out', () => {
  expect(pictureInWords(blip)).toBe(
    'One pipe: 22 of 41 words lost. Pipe with a buffer: stuck until someone reloads. Session: whole on both surfaces.',
  );
});

test('what breaks stands there for as long as it lasts, and asking is no deed', () => {
  const [[from, to] = [0, 0]] = blip.faults;
  expect(blip.faults.length).toBe(1);
  expect(to - from).toBeGreaterThan(PICTURE_BOX.width / 5);
  expect(blip.deeds).toEqual([]);
});

test('what people do beside asking has a mark, and what holds from the start has none', () => {
  expect(lessonPicture(runNamed('stop-or-refresh')).deeds.length).toBeGreaterThan(0);
  expect(lessonPicture(runNamed('the-quiet-minute')).faults).toEqual([]);
});

test('the screen that came off worst is told, and the best beside it', () => {
  const [, , session] = lessonPicture(runNamed('the-seventh-tab')).lanes;
  const [pipe] = lessonPicture(runNamed('second-tab')).lanes;
  expect([pipe?.told, pipe?.best].map((path) => endOf(path ?? '')[1])).toEqual([PICTURE_BOX.height, 0]);
  expect(session?.tone).toBe('good');
});

test('idle time is folded and says so', () => {
  const { folds, lanes } = lessonPicture(runNamed('the-quiet-minute'));
  expect(folds.length).toBeGreaterThan(0);
  expect(lanes.map(({ made }) => endOf(made)[1])).toEqual(lanes.map(() => 0));
});
