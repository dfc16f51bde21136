/**
 * Assertions for programmer errors. They stay on in production: a wrong picture is worse than a
 * message, and the error boundary shows the link that replays the failure.
 */

/** A broken promise of our own code; never the fault of what a person typed. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Throws {@link AssertionError} unless `condition` holds. `reason` completes "unable to go on; …". */
export function assert(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new AssertionError(`unable to go on; ${reason}`);
}

/** Returns `value` without `undefined` or `null`, or throws {@link AssertionError}. */
export function assertPresent<T>(value: T | undefined | null, reason: string): T {
  assert(value !== undefined && value !== null, reason);
  return value;
}

/** Ends an exhaustive switch: the compiler proves that it is unreachable, the throw says so if not. */
export function assertNever(value: never): never {
  throw new AssertionError(`unable to go on; unexpected value ${JSON.stringify(value)}`);
}
