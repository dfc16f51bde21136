import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertPresent } from '../base/assert.ts';
import { shareLinks } from '../testing/arbitrary-link.ts';
import { decodeShareLink, encodeShareLink, LONGEST_LINK, READABLE_LENGTH, type ShareLink } from './share-link.ts';

const PLAIN: ShareLink = {
  scenario: 'wifi-blip',
  source: null,
  model: 1,
  seed: 4711,
  playheadMs: 5200,
  script: [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 100, on: 'laptop', do: 'send', text: 'How much, may I take? 50:50/a' },
    { atMs: 1070, on: 'laptop', do: 'drop', how: 'reset', forMs: 3000 },
    { after: { token: 15 }, on: 'phone', do: 'sleep', forMs: 2000 },
    { after: { event: 'run.ended' }, on: 'phone', do: 'stop' },
  ],
  surfaces: [{ name: 'phone', kind: 'device' }],
  options: [{ lane: 'naive-sse', option: 'drained', value: true }],
  view: { lane: 'naive-sse' },
};

const LONG: ShareLink = {
  ...PLAIN,
  script: Array.from({ length: 300 }, (_, index) => ({ atMs: index * 10, on: 'laptop', do: 'refresh' })),
};

function encode(link: ShareLink): string {
  const encoded = encodeShareLink(link);
  return encoded.ok ? encoded.value : expect.fail(encoded.error.reason);
}

function reasonsFor(hash: string): readonly string[] {
  const decoded = decodeShareLink(hash, 1);
  return decoded.ok ? [] : decoded.error.map(({ part, reason }) => `${part}: ${reason}`);
}

test('a link is readable while it is short', () => {
  const [, query] = encode(PLAIN).split(/&v=1&/);
  expect(query).toBe(
    'seed=4711&at=5200&add=phone:device&set=naive-sse.drained:true&view.lane=naive-sse' +
      '&script=open@0:laptop,send@100:laptop:How%20much%2C%20may%20I%20take%3F%2050%3A50%2Fa,drop@1070:laptop:reset/3000' +
      ',sleep@t15:phone/2000,stop@after-run.ended:phone',
  );
});

test('what is encoded is what is decoded', () => {
  expect(decodeShareLink(encode(PLAIN), 1)).toEqual({ ok: true, value: PLAIN });
  expect(decodeShareLink(encode(LONG), 1)).toEqual({ ok: true, value: LONG });
});

test('encode, decode, encode is the identity', () => {
  fc.assert(
    fc.property(shareLinks, (link) => {
      const first = encodeShareLink(link);
      if (!first.ok) return expect(first.error.reason).toContain(`limit of ${LONGEST_LINK}`);
      expect(first.value.length).toBeLessThanOrEqual(LONGEST_LINK);
      const decoded = decodeShareLink(first.value, link.model);
      const again = decoded.ok ? assertPresent(decoded.value, 'a link decodes to a link') : expect.fail(first.value);
      expect(encodeShareLink(again)).toEqual(first);
    }),
  );
});

test('a link needs no character that an address would escape', () => {
  fc.assert(
    fc.property(shareLinks, (link) => {
      const encoded = encodeShareLink(link);
      if (encoded.ok) expect(new URL(`https://example.org/${encoded.value}`).hash).toBe(encoded.value);
    }),
  );
});

test('past 1,500 characters a link is compressed', () => {
  const link = encode(LONG);
  expect(link).toMatch(/^#\/play\/wifi-blip\?c=[a-z0-9]{7}&v=1&z=[\w-]+$/);
  expect(link.length).toBeLessThan(READABLE_LENGTH);
});

test('a link that would be longer than 8,000 characters is refused with its length', () => {
  const text = Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 9973).toString(36)).join(' ');
  const encoded = encodeShareLink({ ...PLAIN, script: [{ atMs: 0, on: 'laptop', do: 'send', text }] });
  expect(encoded.ok ? '' : encoded.error.reason).toMatch(/would have \d+ characters, more than the limit of 8000/);
});

test.each([
  ['readable', PLAIN],
  ['compressed', LONG],
  ['carrying a whole scenario', { ...PLAIN, scenario: null, source: 'version: 1\nid: mine' }],
])('a %s link cut at any character is refused, except where it is the bare scenario', (_, link) => {
  const whole = encode(link);
  for (let length = 3; length < whole.length; length += 1) {
    const cut = whole.slice(0, length);
    const decoded = decodeShareLink(cut, 1);
    if (!decoded.ok) expect(decoded.error.every(({ reason, remedy }) => reason !== '' && remedy !== '')).toBe(true);
    else expect(cut, 'only a bare scenario is a link of its own').toMatch(/^#\/play\/[a-z-]*$/);
  }
});

test('a link with one character changed is refused', () => {
  const whole = encode(PLAIN);
  for (let at = whole.indexOf('?c=') + 3; at < whole.length; at += 1) {
    const changed = `${whole.slice(0, at)}${whole[at] === '0' ? '1' : '0'}${whole.slice(at + 1)}`;
    expect(decodeShareLink(changed, 1).ok, changed).toBe(false);
  }
});

test('a link written by hand needs neither checksum nor version', () => {
  const decoded = decodeShareLink('#/play/wifi-blip?at=500&script=stop@6000:phone', 1);
  expect(decoded).toMatchObject({
    ok: true,
    value: { scenario: 'wifi-blip', playheadMs: 500, script: [{ atMs: 6000, on: 'phone', do: 'stop' }] },
  });
});

test('an address without a link is no error', () => {
  expect(['', '#', '#/'].map((hash) => decodeShareLink(hash, 1))).toEqual(
    Array.from({ length: 3 }, () => ({ ok: true, value: null })),
  );
});

test('an emptied script is not the scenario’s own', () => {
  expect(decodeShareLink(encode({ ...PLAIN, script: [] }), 1)).toMatchObject({ value: { script: [] } });
  expect(decodeShareLink(encode({ ...PLAIN, script: null }), 1)).toMatchObject({ value: { script: null } });
});

test('a link of a newer version says so, whatever else is in it', () => {
  expect(reasonsFor('#/play/wifi-blip?c=future&v=2&beam=up')).toEqual([
    'v=2: it was made by a newer version of the model (2, here is 1)',
  ]);
});

test('a link of an older version keeps its number', () => {
  expect(decodeShareLink(encode(PLAIN), 3)).toMatchObject({ ok: true, value: { model: 1 } });
});

test.each([
  ['#/other/place', 'this is not a link to a run'],
  ['https://example.org', 'this is not a link to a run'],
  ['#/play/', 'it names no scenario'],
  ['#/play/A%20B', 'it names no scenario'],
  ['#/play/_', 'it carries no scenario'],
  ['#/play/a?', 'it was cut'],
  ['#/play/a?v=x', 'the version is not a number'],
  ['#/play/a?v=0', 'the version is not a number'],
  ['#/play/a?z=!!', 'it was cut'],
  ['#/play/a?z=AAAA', 'it was cut'],
  ['#/play/a?seed=-1', 'a seed is a whole number'],
  ['#/play/a?seed=99999999999', 'a seed is a whole number'],
  ['#/play/a?at=1.5', 'a moment is whole milliseconds'],
  ['#/play/a?at=99999999', 'a moment is whole milliseconds'],
  ['#/play/a?seed=1&seed=2', 'it stands in the link twice'],
  ['#/play/a?seed', 'it has no value'],
  ['#/play/a?sede=1', '"sede" is not a parameter of a link'],
  ['#/play/a?__proto__=1', '"__proto__" is not a parameter of a link'],
  ['#/play/a?script=dorp@1:laptop', '"dorp" is not a verb'],
  ['#/play/a?script=drop@1:laptop', '"" is not a way to drop'],
  ['#/play/a?script=drop@1:laptop:restt', '"restt" is not a way to drop'],
  ['#/play/a?script=open@-5:laptop', '"-5" is not a moment'],
  ['#/play/a?script=open@t0:laptop', '"t0" is not a moment'],
  ['#/play/a?script=open@9999999:laptop', '"9999999" is not a moment'],
  ['#/play/a?script=open@after-lunch:laptop', '"after-lunch" is not a moment'],
  ['#/play/a?script=open@1:laptop/5', 'open takes no duration'],
  ['#/play/a?script=open@1:laptop:reset', 'open takes no detail'],
  ['#/play/a?script=send@1:laptop:%E0%A4', 'its text cannot be decoded'],
  ['#/play/a?script=sleep@1:laptop/99999999', 'is longer than the limit'],
  ['#/play/a?script=open@1:laptop,', 'this is not an entry of a script'],
  ['#/play/a?add=phone:fridge', 'this is not a surface'],
  ['#/play/a?set=drained:true', 'this is not a lane option'],
  ['#/play/a?view.x=%', 'its text cannot be decoded'],
])('%s is refused', (hash, reason) => {
  expect(reasonsFor(hash).join('\n')).toContain(reason);
});

test('every part that cannot be read is named', () => {
  expect(reasonsFor('#/play/a?seed=x&script=dorp@1:laptop,open@2:laptop,drop@x:laptop:reset&foo=1')).toHaveLength(4);
});

test('no address makes the decoder throw', () => {
  const anyHash = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `#/play/a?${text}`),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `#/play/a?script=${text}`),
    fc.base64String({ maxLength: 200 }).map((text) => `#/play/a?z=${text.replaceAll('=', '')}`),
    fc.constant(`#/play/a?script=${'x'.repeat(20_000)}`),
  );
  fc.assert(
    fc.property(anyHash, (hash) => {
      expect(decodeShareLink(hash, 1)).toHaveProperty('ok');
    }),
  );
});
