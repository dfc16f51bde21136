import { describe, expect, test } from 'vitest';
import { buildScenario } from '../../testing/build-scenario.ts';
import { buildTrace } from '../../testing/build-trace.ts';
import { simulate } from '../simulate.ts';
import { judgeLane } from './judge-lane.ts';

const START = [
  { atMs: 0, on: 'laptop', do: 'open' },
  { atMs: 100, on: 'laptop', do: 'send' },
];
const billsOf = (parts: object) =>
  Object.fromEntries(
    Object.entries(simulate(buildScenario({ horizonMs: 10_000, script: START, ...parts })).report.lanes).map(
      ([name, { bill }]) => [name, bill],
    ),
  );

describe('the bill', () => {
  test('[O3] bytes are the words in UTF-8 with a space each, and what frames every piece', () => {
    const { 'naive-sse': bill } = billsOf({ lanes: ['naive-sse'], agent: { answer: { text: 'wörd' }, tokens: 40 } });
    expect(bill).toMatchObject({ bytes: 40 * (5 + 1 + 54), logBytes: 0 });
  });

  test('[O3] a catch-up pays for its pieces, whether its words were on the screen or not', () => {
    const scenario = buildScenario({ lanes: ['naive-sse'], script: START });
    const { bill } = judgeLane(
      scenario,
      buildTrace('naive-sse', (trace) => {
        trace.run(10, 1, 4);
        trace.at(20, { type: 'catch-up.received', actor: 'laptop', run: 1, from: 1, to: 4, parts: 2 });
      }),
    );
    expect(bill).toMatchObject({ bytes: 4 * 5 + 2 * 54, useful: 0, unseen: 4 });
  });

  test('[O3] a log holds each append once, and a message that becomes a record is published once', () => {
    const { 'durable-session': bill } = billsOf({
      lanes: [{ lane: 'durable-session', options: { rollupMs: 0 } }],
      agent: { answer: { text: 'word' }, tokens: 10 },
    });
    expect(bill?.logBytes).toBe(10 * (5 + 125));
    // The prompt, the start and the end of the run, ten words; the rest are requests and replies.
    expect(bill?.published).toBeGreaterThanOrEqual(13);
    expect(bill?.published).toBeLessThan(13 + 8);
  });

  test('[O3] time to the first word and lag are those of people, and are set against the first plain pipe', () => {
    const bills = billsOf({ lanes: ['durable-session', 'naive-sse', { lane: 'naive-sse', as: 'again' }] });
    expect(bills['naive-sse']).toMatchObject({ firstTokenMs: 240, lagMs: 20, addedFirstTokenMs: 0, addedLagMs: 0 });
    expect(bills['again']).toMatchObject({ addedFirstTokenMs: 0, addedLagMs: 0 });
    const { addedFirstTokenMs, addedLagMs } = bills['durable-session'] ?? {};
    expect(addedFirstTokenMs).toBeGreaterThan(0);
    expect(addedLagMs).toBeGreaterThan(0);
    expect(billsOf({ lanes: ['durable-session'] })['durable-session']).toMatchObject({ addedLagMs: null });
  });

  test('[O3] nobody who waits has no time to the first word', () => {
    const { 'naive-sse': bill } = billsOf({
      lanes: ['naive-sse'],
      script: [...START, { atMs: 110, on: 'laptop', do: 'drop', how: 'reset' }],
    });
    expect(bill).toMatchObject({ firstTokenMs: null, lagMs: null, addedFirstTokenMs: null });
  });

  test('[O4] a pipe pays for its words, at the price of the scenario', () => {
    const prices = { perMillionTokens: 3, perGigabyte: 1_000 };
    const { 'naive-sse': bill } = billsOf({ lanes: ['naive-sse'], prices });
    expect(bill?.moneyMicroUsd).toBe(40 * 3 + (bill?.bytes ?? 0));
  });

  test('[O4] the money of a session service can be reckoned from what its bill counts', () => {
    const prices = {
      perMillionTokens: 7,
      perMillionMessages: 5,
      perMillionConnectionMinutes: 3_000,
      perMillionChannelMinutes: 2_000,
      perGigabyte: 900,
    };
    const bills = billsOf({ lanes: ['naive-sse', 'websocket-only', 'durable-session'], prices });
    const bill = bills['durable-session'];
    if (bill === undefined) return expect.fail('the lane has a bill');
    expect(bill.connectionMs).toBeGreaterThan(0);
    expect(bill.channelMs).toBeGreaterThan(0);
    const reckoned =
      (bill.useful + bill.unseen) * 7 +
      bill.bytes * 0.9 +
      (bill.published + bill.messages) * 5 +
      (bill.connectionMs / 60_000) * 3_000 +
      (bill.channelMs / 60_000) * 2_000;
    expect(bill.moneyMicroUsd).toBe(Math.round(reckoned));
    for (const lane of ['naive-sse', 'websocket-only'])
      expect(bills[lane]).toMatchObject({ connectionMs: 0, channelMs: 0 });
  });

  test('[O4] a session service also pays for messages, and for the time of connections and of the session', () => {
    const none = {
      perMillionTokens: 0,
      perMillionMessages: 0,
      perMillionConnectionMinutes: 0,
      perMillionChannelMinutes: 0,
    };
    const costs = (prices: object) =>
      billsOf({ lanes: ['durable-session'], horizonMs: 60_000, prices: { ...none, ...prices } })['durable-session'];
    const messages = costs({ perMillionMessages: 2 });
    expect(costs({})?.moneyMicroUsd).toBe(0);
    expect(messages?.moneyMicroUsd).toBe(2 * ((messages?.published ?? 0) + (messages?.messages ?? 0)));
    // One surface, attached for the minute but for its page load.
    expect(costs({ perMillionConnectionMinutes: 60_000 })?.moneyMicroUsd).toBe(60_000 - 110);
    expect(costs({ perMillionChannelMinutes: 60_000 })?.moneyMicroUsd).toBe(60_000 - 110);
  });
});
