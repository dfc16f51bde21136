/**
 * A fault put into the simulator on purpose, while it runs, to see that a law notices. It replaces a
 * public method of a class; the product has no hook for it and pays nothing. Machines are left
 * alone: their steps are remembered beyond one run (`step-memory.ts`), and a fault in one would
 * outlive its test.
 */

export interface Mutant {
  readonly id: string;
  /** What is wrong with it, in words. */
  readonly title: string;
  /** The law that must notice. */
  readonly law: string;
  /** Puts the fault in; returns what takes it out again. */
  readonly apply: () => () => void;
}

/** Replaces `owner[name]`; returns what puts the original back. */
export function replaceMethod<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  make: (original: Owner[Name]) => Owner[Name],
): () => void {
  const original = owner[name];
  owner[name] = make(original);
  return () => {
    owner[name] = original;
  };
}

/** Takes out what was put in first last. */
export function both(first: () => void, second: () => void): () => void {
  return () => {
    second();
    first();
  };
}

/** Does something with the fault in place, and takes the fault out whatever happens. */
export async function withMutant<T>(mutant: Mutant, action: () => Promise<T>): Promise<T> {
  const undo = mutant.apply();
  try {
    return await action();
  } finally {
    undo();
  }
}
