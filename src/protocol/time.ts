/**
 * Virtual time: whole milliseconds since the start of the run. Nothing in the pure layers reads a
 * real clock; things that happen in the same millisecond are ordered by the kernel (see
 * `src/sim/kernel/tie-order.ts`).
 */
export type VirtualMs = number;
