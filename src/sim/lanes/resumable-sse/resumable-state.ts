/** What the resumable lane keeps: its pages, its streams, and who follows them. Plain data. */

import type { VirtualMs } from '../../../protocol/time.ts';
import type { ApprovalAnswer } from '../../../protocol/trace-event.ts';
import type { ToSurfacePacket } from '../../network/packet.ts';
import type { ResumableOptions } from './resumable-options.ts';
import type { BufferedStream } from './stream-buffer.ts';

export interface Page {
  /** The connection that the answer is read from. */
  connection: number | null;
  /** The turn of the answer that it shows or waits for. */
  turn: number;
  /** The run that the page knows the id of, from its newest packet. */
  run: number | null;
  /** The runs that it follows. */
  runs: number[];
  /** How many tokens of the stream it has received. */
  position: number;
  hasAnswer: boolean;
}

export interface ServerState {
  /** The stream behind the chat's saved stream id. */
  active: number | null;
  readonly streams: Map<number, BufferedStream>;
  /** The stream that each run writes to. */
  readonly streamOf: Map<number, number>;
  /** Who follows what: by connection, the stream, and how many of its tokens the page has already. */
  readonly viewers: Map<number, Viewer>;
  /** Resumes that wait for the process that holds the buffer, by connection. */
  readonly asking: Map<number, Following>;
}

export interface Following {
  readonly stream: number;
  readonly after: number;
}

export interface Viewer extends Following {
  /** When something was last written into its response. */
  writtenAtMs: VirtualMs;
}

export interface ResumableState {
  readonly options: ResumableOptions;
  readonly pages: Map<string, Page>;
  readonly server: ServerState;
}

/** What waits in the queue for one process. */
export type ResumableLaneEvent = { readonly process: number } & (
  | { readonly type: 'resume.ask' | 'resume.unanswered' | 'heartbeat'; readonly connection: number }
  | { readonly type: 'stop.deliver'; readonly stream: number }
  | {
      readonly type: 'approval.deliver';
      readonly connection: number;
      readonly run: number;
      readonly answer: ApprovalAnswer;
    }
  /** Something for a viewer, from the process that makes the stream to the one that serves the viewer. */
  | { readonly type: 'relay'; readonly connection: number; readonly packet: ToSurfacePacket; readonly isLast: boolean }
);

export function createPage(): Page {
  return { connection: null, turn: 0, run: null, runs: [], position: 0, hasAnswer: false };
}

export function createState(options: ResumableOptions): ResumableState {
  const server = { active: null, streams: new Map(), streamOf: new Map(), viewers: new Map(), asking: new Map() };
  return { options, pages: new Map(), server };
}
