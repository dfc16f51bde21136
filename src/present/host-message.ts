/**
 * How a page steers a lesson in a frame (contract, version 1). The frame shows `#/present/LESSON?embed`; `&host=ORIGIN`
 * names the one other origin that may steer it. Every message is `{ ns, v, type, id?, payload? }`.
 *
 *     to the frame     ping                                  is somebody there?
 *                      step      { by: 1 | -1 }              the next cue, or the one before
 *                      seek      { to }                      a cue, counted from 0
 *                      getState
 *                      setTheme  { theme }                   projector, light or dark
 *
 *     from the frame   ready     state                       once, when it can be steered
 *                      pong      state                       to ping
 *                      marker    state                       to getState, and whenever the cue changes
 *                      end       { edge: first | last }      to a step that leads out of the lesson
 *                      error     { code, message }           to anything else
 *
 * `state` is `{ cue, cues, kind, name }`. An answer carries the `id` of what it answers. The frame listens to its parent
 * alone, and to no other origin; it never sends to one that it was not named.
 */

import type { Cue } from './cue.ts';
import { leadsOut } from './talk.ts';
import type { Talk, TalkAction, TalkTheme } from './talk.ts';

export const HOST_NAMESPACE = 'pull-the-plug';
export const HOST_VERSION = 1;

export interface FrameState {
  readonly cue: number;
  readonly cues: number;
  readonly kind: Cue['kind'];
  /** Such as `Beat 3`. */
  readonly name: string;
}

interface Envelope {
  readonly ns: typeof HOST_NAMESPACE;
  readonly v: typeof HOST_VERSION;
  readonly id?: string | number;
}

export type FromFrame = Envelope &
  (
    | { readonly type: 'ready' | 'pong' | 'marker'; readonly payload: FrameState }
    | { readonly type: 'end'; readonly payload: { readonly edge: 'first' | 'last' } }
    | {
        readonly type: 'error';
        readonly payload: { readonly code: 'unknown-type' | 'bad-payload'; readonly message: string };
      }
  );

/** What is to be done and said about a message; `null` when it is not one of ours. */
export interface HostOutcome {
  readonly action: TalkAction | null;
  /** What the frame answers; `state` stands for its state afterwards. */
  readonly answer:
    | { readonly type: 'pong' | 'marker' }
    | { readonly type: 'end'; readonly edge: 'first' | 'last' }
    | { readonly type: 'error'; readonly code: 'unknown-type' | 'bad-payload'; readonly message: string };
  readonly id: string | number | null;
}

const THEMES: readonly TalkTheme[] = ['projector', 'light', 'dark'];

/** `cues` is how many the talk has, `nowMs` wall-clock time. */
export function readHostMessage(data: unknown, talk: Talk, cues: number, nowMs: number): HostOutcome | null {
  if (!isFields(data) || data['ns'] !== HOST_NAMESPACE) return null;
  const { v, type, payload } = data;
  const id = typeof data['id'] === 'string' || typeof data['id'] === 'number' ? data['id'] : null;
  const fields = isFields(payload) ? payload : {};
  const fail = (code: 'unknown-type' | 'bad-payload', message: string): HostOutcome => ({
    action: null,
    answer: { type: 'error', code, message },
    id,
  });
  if (v !== HOST_VERSION)
    return fail('unknown-type', `unable to read a message of version ${String(v)}; this frame speaks ${HOST_VERSION}`);
  switch (type) {
    case 'ping':
      return { action: null, answer: { type: 'pong' }, id };
    case 'getState':
      return { action: null, answer: { type: 'marker' }, id };
    case 'step': {
      const { by } = fields;
      if (by !== 1 && by !== -1) return fail('bad-payload', 'unable to step; by must be 1 or -1');
      if (leadsOut(talk, by, cues))
        return { action: null, answer: { type: 'end', edge: by === 1 ? 'last' : 'first' }, id };
      return { action: { type: 'step', by, nowMs }, answer: { type: 'marker' }, id };
    }
    case 'seek': {
      const { to } = fields;
      if (!Number.isInteger(to) || Number(to) < 0 || Number(to) >= cues)
        return fail('bad-payload', `unable to seek; to must be a cue from 0 to ${cues - 1}`);
      return { action: { type: 'go', to: Number(to), nowMs }, answer: { type: 'marker' }, id };
    }
    case 'setTheme': {
      const theme = THEMES.find((known) => known === fields['theme']);
      if (theme === undefined)
        return fail('bad-payload', 'unable to set the theme; it must be projector, light or dark');
      return { action: { type: 'theme', theme }, answer: { type: 'marker' }, id };
    }
    default:
      return fail(
        'unknown-type',
        `unable to do ${String(type)}; the frame knows ping, step, seek, getState and setTheme`,
      );
  }
}

/** `null` for what no frame says. */
export function readFrameMessage(data: unknown): FromFrame | null {
  if (!isFields(data) || data['ns'] !== HOST_NAMESPACE || data['v'] !== HOST_VERSION) return null;
  const { type, payload } = data;
  if (!isFields(payload)) return null;
  const isState = Number.isInteger(payload['cue']) && Number.isInteger(payload['cues']);
  const isKnown =
    type === 'end'
      ? payload['edge'] === 'first' || payload['edge'] === 'last'
      : type === 'error'
        ? typeof payload['message'] === 'string'
        : (type === 'ready' || type === 'pong' || type === 'marker') && isState;
  // Every field that somebody reads was looked at.
  return isKnown ? (data as unknown as FromFrame) : null;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
