/** A trace event as a short clause that a person can read. Times and lanes are said by the caller. */

import { assertNever } from '../base/assert.ts';
import type { DropForm } from '../protocol/fault.ts';
import type { ConnectionPurpose, MessageKind, RecordKind, TraceEvent } from '../protocol/trace-event.ts';
import { actorInSentence as the } from './actor-label.ts';
import { durationText } from './seconds.ts';

const FORMS: Readonly<Record<DropForm, string>> = {
  close: 'an intermediary ends the connection properly',
  reset: 'the connection is reset',
  offline: 'the network of the device goes away',
  silent: 'the path goes silent, nobody is told',
};

const PURPOSES: Readonly<Record<ConnectionPurpose, string>> = {
  load: 'page load',
  chat: 'request for the answer',
  resume: 'request to resume',
  stop: 'request to stop',
  session: 'session connection',
};

const MESSAGES: Readonly<Record<MessageKind, string>> = {
  prompt: 'the prompt',
  load: 'the page load',
  history: 'the saved history',
  resume: 'the request to resume',
  stop: 'the stop',
  'hang-up': 'the hang-up',
  'wake-up': 'the wake-up call',
  attach: 'the request to attach',
  reply: 'the reply',
};

const RECORDS: Readonly<Record<RecordKind, string>> = {
  input: 'the prompt',
  'run-start': 'the start of the run',
  output: 'words',
  stop: 'the stop',
  'run-end': 'the end of the run',
};

export function narrateEvent(event: TraceEvent): string {
  switch (event.type) {
    case 'surface.opened':
      return `a person opens ${the(event.actor)}`;
    case 'surface.closed':
      return `a person closes ${the(event.actor)}`;
    case 'surface.refreshed':
      return `a person reloads ${the(event.actor)}`;
    case 'surface.hidden':
      return `${the(event.actor)} is hidden`;
    case 'surface.shown':
      return `${the(event.actor)} is in front again`;
    case 'surface.slept':
      return `${the(event.actor)} falls asleep`;
    case 'surface.woke':
      return `${the(event.actor)} wakes`;
    case 'prompt.sent':
      return `a person asks on ${the(event.actor)}`;
    case 'stop.pressed':
      return `a person presses stop on ${the(event.actor)}`;
    case 'action.ignored':
      return `${event.verb} on ${the(event.actor)} does nothing: ${event.reason}`;
    case 'fault.began':
      return `${FORMS[event.how]} at ${the(event.actor)}${event.forMs === null ? '' : `, for ${durationText(event.forMs)}`}`;
    case 'fault.ended':
      return `the path of ${the(event.actor)} works again`;
    case 'connection.opening':
      return `${the(event.actor)} begins a ${PURPOSES[event.purpose]}`;
    case 'connection.opened':
      return `${the(event.actor)} has its ${PURPOSES[event.purpose]}`;
    case 'connection.closed':
      return closed(event);
    case 'connection.noticed':
      return `${the(event.actor)} notices that ${the(event.surface)} has gone`;
    case 'message.sent':
      return `${the(event.actor)} sends ${MESSAGES[event.kind]} to ${the(event.to)}`;
    case 'message.delivered':
      return `${MESSAGES[event.kind]} reaches ${the(event.actor)}`;
    case 'message.lost':
      return `${MESSAGES[event.kind]} for ${the(event.to)} is lost`;
    case 'tokens.lost':
      return `${words(event.from, event.to)} for ${the(event.actor)} ${event.from === event.to ? 'is' : 'are'} lost on the way`;
    case 'run.started':
      return `the agent starts run ${event.run}`;
    case 'token.generated':
      return `the agent makes word ${event.token}`;
    case 'run.aborting':
      return 'the abort reaches the agent';
    case 'run.stalled':
      return 'the agent stands still: nobody reads';
    case 'run.ended':
      return `run ${event.run} ends ${event.end} after ${event.tokens} words`;
    case 'stop.arrived':
      return stopArrived(event.outcome, the(event.actor));
    case 'stream-id.saved':
      return event.run === null ? 'the active stream id is cleared' : 'the active stream id is saved';
    case 'history.saved':
      return `the history keeps ${event.whole ? 'the whole answer' : `a part, ${event.tokens} words`}`;
    case 'record.appended':
      return `the log takes ${event.record === 'output' ? words(event.from, event.to) : RECORDS[event.record]} at offset ${event.offset}`;
    case 'status.changed':
      return `${the(event.actor)} shows “${event.status}”`;
    case 'screen.cleared':
      return `the screen of ${the(event.actor)} is empty`;
    case 'tokens.shown':
      return `${words(event.from, event.to)} ${event.from === event.to ? 'appears' : 'appear'} on ${the(event.actor)}${event.via === 'live' ? '' : `, from the ${event.via}`}`;
    case 'state.entered':
      return `${event.machine} of ${the(event.actor)} is ${event.state.replaceAll('.', ', ')}`;
    default:
      return assertNever(event);
  }
}

function words(from: number, to: number): string {
  return from === to ? `word ${from}` : `words ${from} to ${to}`;
}

function closed(event: Extract<TraceEvent, { readonly type: 'connection.closed' }>): string {
  const what = `the ${PURPOSES[event.purpose]} of ${the(event.actor)}`;
  if (event.how === 'hung-up') return `${the(event.actor)} hangs up its ${PURPOSES[event.purpose]}`;
  return event.how === 'end' ? `${what} ends properly` : `${what} fails`;
}

function stopArrived(outcome: 'applied' | 'kept' | 'nothing-to-stop' | 'not-wired', at: string): string {
  switch (outcome) {
    case 'applied':
      return `the stop reaches ${at} and is applied`;
    case 'kept':
      return `the stop reaches ${at} and is kept for the run to come`;
    case 'nothing-to-stop':
      return `the stop reaches ${at} and finds nothing to stop`;
    case 'not-wired':
      return `${at} hears of the stop and has no way to act on it`;
  }
}
