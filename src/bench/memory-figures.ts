/**
 * Memory over 1,000 re-runs of the home scenario in the production build: the drop is moved by its
 * flag, each move is simulated and drawn, and garbage is collected before each look. One drag, so that
 * what is kept for undo stays the same. The heap of the page; the worker has its own.
 *
 * What the page keeps is told from what the browser compiles of its code: functions go on getting hot
 * for some hundred runs, and their machine code stands in the same heap. Both are held to the same bar
 * from the first look on, so that the first says what is ours when the second does not hold.
 */

import type { CDPSession, Page } from 'playwright';
import { z } from 'zod';
import { HOME_PAGE, onBenchPage } from './bench-site.ts';
import { rounded } from './figure.ts';
import type { Figure } from './figure.ts';

/** The first hundred fill caches and compile. */
const LOOKS = [100, 500, 1_000] as const;
const MOST_GROWTH = 1.05;
const STEP_PIXELS = 14;

interface Heap {
  /** Both in megabytes. */
  readonly whole: number;
  /** Without compiled code. */
  readonly kept: number;
}

const NONE: Heap = { whole: Number.NaN, kept: Number.NaN };

export async function measureMemory(): Promise<readonly Figure[]> {
  const [first = NONE, middle = NONE, last = NONE] = await onBenchPage(HOME_PAGE, heapsOf);
  const kept = last.kept / first.kept;
  const whole = last.whole / first.whole;
  return [
    {
      figure: 'what the page keeps after 1,000 re-runs, without compiled code',
      value: rounded(last.kept),
      unit: 'MB',
      against: `the same after ${LOOKS[0]} re-runs, ${rounded(first.kept)} MB; after ${LOOKS[1]}, ${rounded(middle.kept)} MB`,
      ratio: Number(kept.toFixed(3)),
      bar: `ratio <= ${MOST_GROWTH}`,
      holds: kept <= MOST_GROWTH,
    },
    {
      figure: 'heap of the page after 1,000 re-runs, with compiled code',
      value: rounded(last.whole),
      unit: 'MB',
      against: `the same after ${LOOKS[0]} re-runs, ${rounded(first.whole)} MB; after ${LOOKS[1]}, ${rounded(middle.whole)} MB`,
      ratio: Number(whole.toFixed(3)),
      bar: `ratio <= ${MOST_GROWTH}`,
      holds: whole <= MOST_GROWTH,
    },
  ];
}

/** What is in use at each look. */
async function heapsOf(page: Page): Promise<readonly Heap[]> {
  const root = page.locator('.playground');
  await page.locator('[data-run-state="settled"]').waitFor();
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('.flag[data-verb="drop"] .flag-body').first().boundingBox();
  if (box === null) throw new Error('unable to measure; the home screen shows no drop');
  const [x, y] = [box.x + 8, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const heaps: Heap[] = [];
  let reruns = 0;
  for (const look of LOOKS) {
    for (; reruns < look; reruns += 1) {
      const before = await root.getAttribute('data-digest');
      // Never the place where it stands.
      await page.mouse.move(x + ((reruns % 20) + 1) * STEP_PIXELS, y);
      await page.waitForFunction(
        (digest) => document.querySelector<HTMLElement>('.playground')?.dataset['digest'] !== digest,
        before,
        { polling: 'raf' },
      );
    }
    heaps.push(await heapOf(session));
  }
  await page.mouse.up();
  return heaps;
}

async function heapOf(session: CDPSession): Promise<Heap> {
  // What is freed by one pass may free something else in the next.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { whole: usedSize / 1_000_000, kept: keptIn(await snapshotOf(session)) / 1_000_000 };
}

async function snapshotOf(session: CDPSession): Promise<unknown> {
  const chunks: string[] = [];
  const onChunk = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', onChunk);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', onChunk);
  return JSON.parse(chunks.join(''));
}

/** The part of V8's heap snapshot that is needed here: nodes are runs of numbers, whose names `meta` has. */
const snapshotSchema = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: z.array(z.string()), node_types: z.tuple([z.array(z.string())]).rest(z.unknown()) }),
  }),
  nodes: z.array(z.number()),
});

/** Bytes of all nodes but those that are code: objects, text, and what the browser holds for them, the page's elements with it. */
function keptIn(snapshot: unknown): number {
  const {
    snapshot: { meta },
    nodes,
  } = snapshotSchema.parse(snapshot);
  const stride = meta.node_fields.length;
  const [typeAt, sizeAt] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  const [types] = meta.node_types;
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += stride) {
    if (types[nodes[node + typeAt] ?? -1] !== 'code') bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes;
}
