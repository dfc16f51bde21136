/** Lets the page around the frame steer the talk; see `host-message.ts`. Does nothing outside of a frame. */

import { useEffect, useEffectEvent } from 'react';
import { cueName } from '../../present/cue.ts';
import { HOST_NAMESPACE, HOST_VERSION, readHostMessage } from '../../present/host-message.ts';
import type { FrameState, FromFrame, HostOutcome } from '../../present/host-message.ts';
import { leadsOut } from '../../present/talk.ts';
import type { TalkAction } from '../../present/talk.ts';
import type { TalkLink } from '../../present/talk-link.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { TalkInHand } from './use-talk.ts';

type Body = FromFrame extends infer Message
  ? Message extends { type: infer Type; payload: infer Payload }
    ? { readonly type: Type; readonly payload: Payload }
    : never
  : never;

/** The talk, whose steps beyond its ends go to the page around: keys that a frame has got would die in it otherwise. */
export function useHost(inHand: TalkInHand, { isEmbed, host }: TalkLink, lesson: Lesson): TalkInHand {
  const { talk, cues, act } = inHand;
  const origin = host ?? location.origin;
  const isFramed = isEmbed && window.parent !== window;
  const stateAt = (position: number): FrameState => {
    const cue = cues[position] ?? { kind: 'title' };
    return { cue: position, cues: cues.length, kind: cue.kind, name: cueName(cue, lesson) };
  };
  const say = (body: Body, id: string | number | null = null) => {
    const envelope = { ns: HOST_NAMESPACE, v: HOST_VERSION, ...(id === null ? {} : { id }) };
    window.parent.postMessage({ ...envelope, ...body }, origin);
  };
  const hear = useEffectEvent((event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== origin) return;
    const outcome = readHostMessage(event.data, talk, cues.length, Date.now());
    if (outcome === null) return;
    if (outcome.action !== null) act(outcome.action);
    const body = answerOf(outcome, stateAt(talk.position));
    // A new cue is told below, whoever asked for it; what moves nothing is answered here.
    if (body !== null) say(body, outcome.id);
  });
  const tell = useEffectEvent((type: 'ready' | 'marker', position: number) =>
    say({ type, payload: stateAt(position) }),
  );
  const ready = useEffectEvent(() => tell('ready', talk.position));
  useEffect(() => {
    if (!isFramed) return undefined;
    const listener = (event: MessageEvent<unknown>) => hear(event);
    window.addEventListener('message', listener);
    ready();
    return () => window.removeEventListener('message', listener);
  }, [isFramed]);
  const { position } = talk;
  useEffect(() => {
    if (isFramed) tell('marker', position);
  }, [isFramed, position]);
  if (!isFramed) return inHand;
  const actOrLeave = (action: TalkAction) => {
    if (action.type !== 'step' || !leadsOut(talk, action.by, cues.length)) return act(action);
    say({ type: 'end', payload: { edge: action.by === 1 ? 'last' : 'first' } });
  };
  return { ...inHand, act: actOrLeave };
}

function answerOf({ action, answer }: HostOutcome, state: FrameState): Body | null {
  switch (answer.type) {
    case 'end':
      return { type: 'end', payload: { edge: answer.edge } };
    case 'error':
      return { type: 'error', payload: { code: answer.code, message: answer.message } };
    case 'pong':
      return { type: 'pong', payload: state };
    default:
      return action === null || action.type === 'theme' ? { type: 'marker', payload: state } : null;
  }
}
