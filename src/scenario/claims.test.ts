import { expect, test } from 'vitest';
import { describeClaim, evaluateClaims } from './claims.ts';
import { scenarioSchema } from './schema.ts';
import type { OutcomeReport } from './outcome-report.ts';

const HELD = { held: true } as const;

const REPORT: OutcomeReport = {
  report: 1,
  scenario: 'mine',
  seed: 1,
  digest: '',
  events: 0,
  lanes: {
    pipe: {
      agent: {
        runs: 1,
        generated: 40,
        generatedAfterStop: 0,
        unseen: 25,
        startedAtMs: 120,
        stoppedAtMs: null,
        end: 'running',
        effects: 0,
        adopted: 0,
        crashed: 0,
      },
      surfaces: {
        laptop: {
          status: 'error',
          shown: 15,
          missing: 25,
          duplicated: 0,
          outOfOrder: 0,
          textMatches: false,
          connections: 1,
          recoveredAfterMs: null,
          lastShownAtMs: 1060,
        },
      },
      guarantees: {
        G1: { held: false, atMs: 5, event: 'e1', surface: 'laptop', surfaces: { laptop: { atMs: 5, event: 'e1' } } },
        G2: HELD,
        G3: HELD,
        G4: HELD,
        G5: HELD,
        G6: HELD,
        G7: HELD,
        G8: HELD,
        G9: HELD,
        G10: HELD,
        G11: HELD,
        G12: HELD,
      },
      bill: {
        useful: 15,
        duplicated: 0,
        afterStop: 0,
        unseen: 25,
        messages: 16,
        published: 1,
        bytes: 900,
        logBytes: 0,
        firstTokenMs: 240,
        lagMs: 20,
        addedFirstTokenMs: -10,
        addedLagMs: null,
        connectionMs: 0,
        channelMs: 0,
        effects: 0,
        moneyMicroUsd: 400,
      },
      beliefs: { laptop: { belief: 'broken', truth: 'running', isTrue: false, wrongForMs: 900 } },
    },
  },
};

function evaluate(expectation: unknown) {
  return evaluateClaims(scenarioSchema.shape.expect.parse(expectation) ?? {}, REPORT);
}

const holds = (expectation: unknown) => evaluate(expectation).map((claim) => claim.holds);

test.each([
  [25, true],
  [24, false],
  ['>24', true],
  ['>25', false],
  ['>= 25', true],
  ['<26', true],
  ['<25', false],
  ['<=25', true],
  ['=25', true],
  ['!=25', false],
  ['>-1', true],
  [null, false],
])('that 25 are missing, of a claim of %s, makes %s', (missing, expected) => {
  expect(holds({ pipe: { laptop: { missing } } })).toEqual([expected]);
});

test.each([
  [null, true],
  ['>=0', false],
  ['<=0', false],
  ['!=0', true],
  [0, false],
])(
  'nothing compares with nothing: a claim of %s on a recovery that never came makes %s',
  (recoveredAfterMs, expected) => {
    expect(holds({ pipe: { laptop: { recoveredAfterMs } } })).toEqual([expected]);
  },
);

test('words, truth values, guarantees, agent and bill are claimed alike', () => {
  const claims = evaluate({
    pipe: {
      laptop: { status: 'error', textMatches: true },
      agent: { end: 'running' },
      bill: { messages: '<20' },
      guarantees: { G1: false, G2: false },
    },
  });
  expect(claims.map(({ path, holds: held }) => `${path} ${held}`)).toEqual([
    'agent.end true',
    'bill.messages true',
    'guarantees.G1 true',
    'guarantees.G2 false',
    'laptop.status true',
    'laptop.textMatches false',
  ]);
});

test('a claim on what the report does not have fails, and says so', () => {
  const [lane, surface] = evaluate({ other: { laptop: { missing: 0 } }, pipe: { phone: { missing: '!=0' } } });
  expect(lane && describeClaim(lane)).toBe('other laptop.missing: expected 0, got nothing');
  expect([lane?.holds, surface?.holds]).toEqual([false, false]);
});
