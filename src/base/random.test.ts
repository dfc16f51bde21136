import { expect, test } from 'vitest';
import { copyState } from './copy-state.ts';
import { createRandomStreams, drawInt } from './random.ts';

const draws = (streams: ReturnType<typeof createRandomStreams>, name: string) =>
  Array.from({ length: 8 }, () => drawInt(streams, name, 0, 1000));

test('the same seed and stream give the same draws, another seed others', () => {
  expect(draws(createRandomStreams(1), 'link')).toEqual(draws(createRandomStreams(1), 'link'));
  expect(draws(createRandomStreams(1), 'link')).not.toEqual(draws(createRandomStreams(2), 'link'));
});

test('drawing from one stream leaves the others as they were', () => {
  const disturbed = createRandomStreams(1);
  draws(disturbed, 'other');
  expect(draws(disturbed, 'link')).toEqual(draws(createRandomStreams(1), 'link'));
});

test('a copied state draws on from where it was copied, twice alike', () => {
  const streams = createRandomStreams(1);
  draws(streams, 'link');
  const copy = copyState(streams);
  expect(draws(copy, 'link')).toEqual(draws(streams, 'link'));
});
