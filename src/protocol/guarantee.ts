/** The guarantees that the oracle judges (contract: guarantees). */
export const GUARANTEE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G11', 'G12'] as const;

export type GuaranteeId = (typeof GUARANTEE_IDS)[number];

/** The name of each guarantee, as people read it. */
export const GUARANTEE_NAMES: Readonly<Record<GuaranteeId, string>> = {
  G1: 'complete',
  G2: 'once',
  G3: 'in order',
  G4: 'converge',
  G5: 'stop works',
  G6: 'disconnect is not cancel',
  G7: 'everyone knows',
  G8: 'every run ends',
  G9: 'asked once, run once',
  G10: 'effects once',
  G11: 'bounded catch-up',
  G12: 'nobody impersonates',
};

/** What each guarantee promises, in one sentence. */
export const GUARANTEE_PROMISES: Readonly<Record<GuaranteeId, string>> = {
  G1: 'Every surface that is open and connected at the end shows every word of every answer that ended.',
  G2: 'No surface shows a word twice.',
  G3: 'No surface shows a word before an earlier one.',
  G4: 'When the faults have stopped, all open surfaces show the same.',
  G5: 'A stop pressed on any open surface ends the run it was meant for, in time, and no other.',
  G6: 'Nothing that happens to a link alone ends a run.',
  G7: 'Every open surface learns that a run began, and how it ended.',
  G8: 'Each started run has one end that its readers can find, crash or not.',
  G9: 'One prompt makes one run, whatever is retried.',
  G10: 'Each effect of a tool happens once.',
  G11: 'A returning surface catches up in a bounded number of pieces, however long the answer is.',
  G12: 'A stale writer or a stop without permission changes nothing, and the sender is told.',
};
