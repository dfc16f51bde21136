/** The guarantees that the oracle judges (contract: guarantees). G7 to G12 come with the whole model. */
export const GUARANTEE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const;

export type GuaranteeId = (typeof GUARANTEE_IDS)[number];

/** The name of each guarantee, as people read it. */
export const GUARANTEE_NAMES: Readonly<Record<GuaranteeId, string>> = {
  G1: 'complete',
  G2: 'once',
  G3: 'in order',
  G4: 'converge',
  G5: 'stop works',
  G6: 'disconnect is not cancel',
};

/** What each guarantee promises, in one sentence. */
export const GUARANTEE_PROMISES: Readonly<Record<GuaranteeId, string>> = {
  G1: 'Every surface that is open and connected at the end shows every word of every answer that ended.',
  G2: 'No surface shows a word twice.',
  G3: 'No surface shows a word before an earlier one.',
  G4: 'When the faults have stopped, all open surfaces show the same.',
  G5: 'A stop pressed on any open surface ends the run it was meant for, in time, and no other.',
  G6: 'Nothing that happens to a link alone ends a run.',
};
