/**
 * What goes first within one millisecond. Two things that happen at the same virtual time are taken
 * in this order, and among equals in the order in which they were scheduled.
 *
 * Faults first: a cut at 1070 ms loses what is made or arrives at 1070 ms. Deliveries before timers:
 * an answer that arrives at the deadline is in time, an abort that arrives with the next token
 * prevents it. People last: they act on what they see.
 */
export const RANKS = ['fault', 'delivery', 'timer', 'person'] as const;

export type Rank = (typeof RANKS)[number];

export type TieOrder = Readonly<Record<Rank, number>>;

export const TIE_ORDER: TieOrder = { fault: 0, delivery: 1, timer: 2, person: 3 };
