/** One entry of a trace in the Trace Event Format, as far as runs need it. `ts` and `dur` are microseconds. */

export interface TraceFact {
  /**
   * `X` a slice with its length, `B` and `E` its begin and end, `b` and `e` those of an asynchronous one,
   * `s` and `f` an arrow's tail and head, `C` a counter, `M` a name.
   */
  readonly ph: 'X' | 'B' | 'E' | 'b' | 'e' | 's' | 'f' | 'C' | 'M';
  readonly name: string;
  readonly cat?: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly id?: number | string;
  /** An arrow's head binds to the slice that encloses it. */
  readonly bp?: 'e';
  readonly args?: Readonly<Record<string, string | number | boolean | null>>;
}
