import { expect, test } from 'vitest';
import { formatEntry, parseEntry } from './link-entry.ts';
import { scriptEntrySchema } from './entry-schema.ts';

/** One entry of each verb, with every field that it can have. */
const ENTRIES: Readonly<Record<string, string>> = {
  open: 'open@0:laptop',
  close: 'close@5:laptop',
  send: 'send@100:laptop:How%20much',
  stop: 'stop@t15:phone',
  refresh: 'refresh@1:laptop',
  hide: 'hide@2:laptop',
  show: 'show@3:laptop',
  sleep: 'sleep@900:agent/2000',
  drop: 'drop@1070:laptop:reset/3000',
  retry: 'retry@4:laptop',
  steer: 'steer@5:laptop:Five%20days',
  approve: 'approve@after-approval.shown:laptop',
  reject: 'reject@6:laptop',
  join: 'join@7:desk',
  crash: 'crash@after-effect.applied:agent/3000',
  deploy: 'deploy@900:helper/0',
  outage: 'outage@1000:session/5000',
  buffer: 'buffer@0:proxy:4096/2000',
  'idle-timeout': 'idle-timeout@0:proxy:60000-error-page',
  'duration-cap': 'duration-cap@0:proxy:120000-close',
  latency: 'latency@500:network:120',
};

const verbs = scriptEntrySchema.options.flatMap((option) => [...option.shape.do.values]);

test('there is an entry of every verb of the format', () => {
  expect(Object.keys(ENTRIES)).toEqual(verbs);
});

test.each(Object.entries(ENTRIES))('%s stands in a link as %s', (verb, text) => {
  const entry = parseEntry(text);
  if (!entry.ok) return expect.fail(entry.error.reason);
  expect(entry.value.do).toBe(verb);
  expect(scriptEntrySchema.parse(entry.value)).toEqual(entry.value);
  expect(formatEntry(entry.value)).toBe(text);
});

test.each([
  ['crash@0:agent:hard', 'crash takes no detail', 'Remove ":hard".'],
  ['approve@0:laptop/5', 'approve takes no duration', 'Remove "/5".'],
  ['buffer@0:proxy:lots', '"lots" is not a number of bytes', 'buffer@0:proxy:4096/2000'],
  ['idle-timeout@0:proxy', '"" is not a limit and a way to end', 'idle-timeout@0:proxy:60000-reset'],
  ['duration-cap@0:proxy:60000-page', '"60000-page" is not a limit', 'duration-cap@0:proxy:60000-reset'],
  ['latency@0:network:60001', '"60001" is not a latency', 'up to 60000'],
  ['outge@0:session', '"outge" is not a verb', 'Did you mean "outage"?'],
])('%s is refused', (text, reason, remedy) => {
  const entry = parseEntry(text);
  expect(entry.ok ? '' : entry.error.reason).toContain(reason);
  expect(entry.ok ? '' : entry.error.remedy).toContain(remedy);
});
