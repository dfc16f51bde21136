/**
 * When TCP tries again and when it gives up, as measured on real software (`wire-truth.json`,
 * `parameters.detection` and `parameters.reconnect`).
 */

import type { VirtualMs } from '../../protocol/time.ts';

/** Chromium gives up a stream that has been silent for this long (W packetLossBlackhole.chromiumFetchOrEventSource: 450.9 to 452.4 s). */
export const SURFACE_SILENCE_MS = 451_000;

/** A writing server gives up after this long without an acknowledgement (W nodeServerWriting: 938.7 to 939.0 s). */
export const SERVER_SILENCE_MS = 939_000;

/** A closed or refreshed tab is noticed this much later than a hang-up by the page itself (W serverSeesTabCloseOrRefresh: 15 to 78 ms, against 1.4 to 20 ms). */
export const TAB_CLOSE_DELAY_MS = 20;

/**
 * A page that loads asks for its data this much later: in every measured reload the far end had
 * noticed the old page's end before the new page asked (W A0 to A2, S6).
 */
export const PAGE_START_MS = 50;

/** A connection attempt sends its first packet again at these times (W newTcpConnectionBegunInsideAnOutage). */
const CONNECT_RETRIES_MS: readonly VirtualMs[] = [
  0, 1_000, 2_000, 3_000, 4_000, 5_000, 7_000, 11_000, 19_000, 35_000, 67_000,
];

const RETRANSMIT_BASE_MS = 200;

/**
 * When bytes that were first lost at `firstLostAtMs` are sent again after the path works from
 * `healedAtMs` on: the first of 0.2 x (2^k - 1) s that is not before (W oldTcpConnectionAfterOutage).
 */
export function retransmittedAtMs(firstLostAtMs: VirtualMs, healedAtMs: VirtualMs): VirtualMs {
  let wait = 0;
  for (let step = RETRANSMIT_BASE_MS; firstLostAtMs + wait < healedAtMs; step *= 2) wait += step;
  return firstLostAtMs + wait;
}

/** When a connection attempt that began at `begunAtMs` gets its first packet through a path that works from `healedAtMs` on; `null` for never. */
export function connectedAtMs(begunAtMs: VirtualMs, healedAtMs: VirtualMs): VirtualMs | null {
  const wait = CONNECT_RETRIES_MS.find((retry) => begunAtMs + retry >= healedAtMs);
  return wait === undefined ? null : begunAtMs + wait;
}
