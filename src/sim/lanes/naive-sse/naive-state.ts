/** What the naive lane keeps beside its machines. Plain data: it is copied with its world. */

import type { ToSurfacePacket } from '../../network/packet.ts';
import type { NaiveOptions } from './naive-options.ts';

export interface NaivePageState {
  /** The request whose body the page reads, `null` when it reads none. */
  connection: number | null;
  /** The prompt that the page would ask again. */
  turn: number;
}

/** A request for an answer, as the process that serves it keeps it in memory. */
export interface NaiveRequest {
  readonly connection: number;
  readonly turn: number;
  /** One run of each agent; the first agent's is first, and its end is the end of the answer. */
  readonly runs: readonly number[];
  /** What the other agents wrote while the first one is quiet. */
  readonly waiting: ToSurfacePacket[];
  /** When something was last written to the response. */
  writtenAtMs: number;
}

export interface NaiveServerState {
  /** By connection; a request leaves when its runs have ended. */
  readonly requests: Map<number, NaiveRequest>;
  /** The connection that each run answers on. */
  readonly connections: Map<number, number>;
}

export interface NaiveState {
  readonly options: NaiveOptions;
  readonly pages: Map<string, NaivePageState>;
  readonly server: NaiveServerState;
}
