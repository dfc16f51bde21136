/** Texts that mean something to one format or another, and must stay text in all of them. */

import type { Run } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';
import { buildScenario } from './build-scenario.ts';

const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</text></svg><svg onload=alert(1)>',
  ']]><script>alert(1)</script>',
  '<!-- --><![CDATA[ & &amp; &#60;b&#62; &lt;i&gt;',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '=HYPERLINK("https://example.org","x")',
  '@SUM(1+1)*cmd|x',
  '+1;-1,2|3',
  'end; p1->>p2: forged %% comment',
  'wrap: #59; #quot; #lt;b#gt; style x:#fff;',
  'a line\nand\r\nanother\ttabbed',
  '=== another trace ===',
  '12 laptop {"laptop":9}',
  '`${process}` \\ \\u0000 \\n "quoted", \'single\'',
  'Grüße, 你好, 👩‍👩‍👧, \u202Eright to left\u202C, \u2028line\u2029',
];

/** A run in whose title, prompts and answer all of them stand. */
export function hostileRun(): Run {
  const formulas = HOSTILE_TEXTS.filter((text) => /^[=@+]/.test(text));
  const others = HOSTILE_TEXTS.filter((text) => !formulas.includes(text)).join(' ');
  const sent = [...formulas, others].map((text, index) => ({
    atMs: 100 + index * 1000,
    on: 'laptop',
    do: 'send',
    text,
  }));
  return simulate(
    buildScenario({
      title: HOSTILE_TEXTS.slice(0, 3).join(' '),
      summary: HOSTILE_TEXTS.join(' ').replaceAll(/\s+/gu, ' ').slice(0, 500),
      horizonMs: 6000,
      agent: { answer: { text: HOSTILE_TEXTS.join(' ') }, firstTokenMs: 20, tokenIntervalMs: 5 },
      lanes: [{ lane: 'naive-sse', as: 'wrap' }, 'durable-session'],
      surfaces: { laptop: { kind: 'tab' }, end: { kind: 'device' } },
      script: [
        { atMs: 0, on: 'laptop', do: 'open' },
        { atMs: 0, on: 'end', do: 'open' },
        ...sent,
        { atMs: 2150, on: 'laptop', do: 'drop', how: 'reset', forMs: 500 },
        { atMs: 4300, on: 'end', do: 'steer', text: HOSTILE_TEXTS[10] },
      ],
    }),
  );
}
