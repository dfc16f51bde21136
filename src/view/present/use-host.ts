/** Lets the page around the frame steer the talk; see `host-message.ts`. Does nothing outside of a frame. */

import { useEffect, useEffectEvent } from 'react';
import { cueName } from '../../present/cue.ts';
import { HOST_NAMESPACE, HOST_VERSION, readHostMessage } from '../../present/host-message.ts';
import type { FrameState, FromFrame, HostOutcome } from '../../present/host-message.ts';
import type { TalkLink } from '../../present/talk-link.ts';
import type { Lesson } from '../../scenario/lesson/lesson-data.ts';
import type { TalkInHand } from './use-talk.ts';

type Body = FromFrame extends infer Message
  ? Message extends { type: infer Type; payload: infer Payload }
    ? { readonly type: Type; readonly payload: Payload }
    : never
  : never;

export function useHost({ talk, cues, act }: TalkInHand, { isEmbed, host }: TalkLink, lesson: Lesson): void {
  const origin = host ?? location.origin;
  const isFramed = isEmbed && window.parent !== window;
  const stateAt = (position: number): FrameState => {
    const cue = cues[position] ?? { kind: 'title' };
    return { cue: position, cues: cues.length, kind: cue.kind, name: cueName(cue, lesson) };
  };
  const say = useEffectEvent((body: Body, id: string | number | null) => {
    const envelope = { ns: HOST_NAMESPACE, v: HOST_VERSION, ...(id === null ? {} : { id }) };
    window.parent.postMessage({ ...envelope, ...body }, origin);
  });
  const hear = useEffectEvent((event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.origin !== origin) return;
    const outcome = readHostMessage(event.data, stateAt(talk.position), Date.now());
    if (outcome === null) return;
    if (outcome.action !== null) act(outcome.action);
    const body = answerOf(outcome, stateAt(talk.position));
    // A new cue is told to everybody below; what changes nothing is answered here.
    if (body !== null) say(body, outcome.id);
  });
  const tellPosition = useEffectEvent((type: 'ready' | 'marker') =>
    say({ type, payload: stateAt(talk.position) }, null),
  );
  useEffect(() => {
    if (!isFramed) return undefined;
    const listener = (event: MessageEvent<unknown>) => hear(event);
    window.addEventListener('message', listener);
    tellPosition('ready');
    return () => window.removeEventListener('message', listener);
  }, [isFramed]);
  const { position } = talk;
  useEffect(() => {
    if (isFramed) tellPosition('marker');
  }, [isFramed, position]);
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
