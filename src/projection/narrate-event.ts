/** A trace event as a short clause that a person can read. Times and lanes are said by the caller. */

import { assertNever } from '../base/assert.ts';
import type { DropForm } from '../protocol/fault.ts';
import type { VirtualMs } from '../protocol/time.ts';
import type { ConnectionPurpose, MessageKind, RecordKind, TraceEvent } from '../protocol/trace-event.ts';
import type { ProxySetting } from '../protocol/world-event.ts';
import { actorInSentence as the } from './actor-label.ts';
import { durationText } from './seconds.ts';

const PURPOSES: Readonly<Record<ConnectionPurpose, string>> = {
  load: 'page load',
  chat: 'request for the answer',
  resume: 'request to resume',
  stop: 'request to stop',
  approval: 'answer to the question',
  session: 'session connection',
  publish: 'request to publish',
  'wake-up': 'wake-up call',
};

const MESSAGES: Readonly<Record<MessageKind, string>> = {
  prompt: 'the prompt',
  load: 'the page load',
  history: 'the saved history',
  resume: 'the request to resume',
  stop: 'the stop',
  steer: 'the steer',
  approval: 'the answer to the question',
  takeover: 'the takeover',
  'hang-up': 'the hang-up',
  'wake-up': 'the wake-up call',
  attach: 'the request to attach',
  finish: 'the end of the answer',
  nothing: 'the word that there is nothing to resume',
  reply: 'the reply',
};

const RECORDS: Readonly<Record<RecordKind, string>> = {
  input: 'the prompt',
  'run-start': 'the start of the run',
  output: 'words',
  step: 'a step that is done',
  'approval-request': 'a question to a person',
  approve: 'an approval',
  reject: 'a rejection',
  steer: 'the steer',
  stop: 'the stop',
  takeover: 'the takeover',
  'run-end': 'the end of the run',
};

const PROXY: Readonly<Record<ProxySetting, string>> = {
  'idle-timeout': 'ends what is quiet',
  'duration-cap': 'ends what is open for long',
  buffer: 'keeps answers back',
};

const REFUSED: Readonly<Record<Extract<TraceEvent, { readonly type: 'write.refused' }>['reason'], string>> = {
  fenced: 'its epoch is over',
  duplicate: 'it is there already',
  'not-allowed': 'it may not',
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
    case 'retry.pressed':
      return `a person presses retry on ${the(event.actor)}`;
    case 'steer.sent':
      return `a person adds something on ${the(event.actor)}`;
    case 'approval.given':
      return `a person ${event.answer === 'approve' ? 'approves' : 'rejects'} on ${the(event.actor)}`;
    case 'person.joined':
      return `a person takes over on ${the(event.actor)}`;
    case 'process.crashed':
      return `process ${event.process} of ${the(event.actor)} dies${event.forMs === null ? '' : ` and is up again after ${durationText(event.forMs)}`}`;
    case 'process.deployed':
      return `a new version of ${the(event.actor)} is deployed; process ${event.process} has ${durationText(event.forMs)} left`;
    case 'process.paused':
      return `process ${event.process} of ${the(event.actor)} stands still${lasting(event.forMs)}`;
    case 'process.up':
      return `process ${event.process} of ${the(event.actor)} ${event.after === 'pause' ? 'goes on' : 'is up'}`;
    case 'outage.began':
      return `the session layer is out${lasting(event.forMs)}`;
    case 'outage.ended':
      return 'the session layer is back';
    case 'proxy.set':
      return `the proxy ${PROXY[event.setting]}${event.valueMs === null ? '' : `, ${durationText(event.valueMs)}`}`;
    case 'proxy.cut':
      return `the proxy ends connection ${event.connection} of ${the(event.surface)}: ${event.setting === 'idle-timeout' ? 'quiet for too long' : 'open for too long'}`;
    case 'latency.set':
      return `every path takes ${durationText(event.latencyMs)} from now on`;
    case 'action.ignored':
      return `“${event.verb}” on ${the(event.actor)} does nothing: ${event.reason}`;
    case 'fault.began':
      return fault(event.how, the(event.actor), lasting(event.forMs));
    case 'fault.ended':
      return `the path of ${the(event.actor)} works again`;
    case 'connection.opening':
      return `${the(event.actor)} begins ${article(PURPOSES[event.purpose])} ${PURPOSES[event.purpose]}`;
    case 'connection.waiting':
      return `the ${PURPOSES[event.purpose]} of ${the(event.actor)} waits: the browser has no connection left`;
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
      return `${the(event.actor)} starts run ${event.run}`;
    case 'run.adopted':
      return `process ${event.process} goes on with run ${event.run} from word ${event.from}, as epoch ${event.epoch}`;
    case 'token.generated':
      return `${the(event.actor)} makes word ${event.token}`;
    case 'tool.started':
      return `${the(event.actor)} calls ${event.tool}`;
    case 'effect.applied':
      return `${event.tool} has happened (step ${event.step})`;
    case 'tool.ended':
      return `${event.tool} is done`;
    case 'approval.asked':
      return `${the(event.actor)} asks: ${event.approval}?`;
    case 'approval.settled':
      return `the question is settled: ${event.answer === 'approve' ? 'approved' : 'rejected'}`;
    case 'steer.consumed':
      return `${the(event.actor)} takes in what the person added`;
    case 'steer.arrived':
      return `the steer reaches ${the(event.actor)}${event.outcome === 'kept' ? '' : ' too late'}`;
    case 'approval.arrived':
      return `the ${event.answer === 'approve' ? 'approval' : 'rejection'} reaches ${the(event.actor)}${event.outcome === 'applied' ? ' and is the first' : ' too late'}`;
    case 'write.refused':
      return `the session refuses a write of ${the(event.writer)}: ${REFUSED[event.reason]}${event.isTold ? '' : ', without a word'}`;
    case 'write.usurped':
      return `a write that ${the(event.writer)} had no right to is taken`;
    case 'continuity.lost':
      return `the session drops what ${the(event.surface)} cannot take, from offset ${event.offset}`;
    case 'records.expired':
      return `records before offset ${event.before} are past their retention`;
    case 'presence.changed':
      return `the session says that ${the(event.who)} is ${event.isPresent ? 'there' : 'gone'}`;
    case 'presence.learned':
      return `${the(event.actor)} hears that ${the(event.who)} is ${event.isPresent ? 'there' : 'gone'}`;
    case 'answer.discarded':
      return `${the(event.actor)} takes run ${event.run} off the screen`;
    case 'run.learned':
      return `${the(event.actor)} is told that run ${event.run} ${event.what === 'began' ? 'began' : `ended${event.end === null ? '' : ` ${event.end}`}`}`;
    case 'approval.shown':
      return `the question ${event.isShown ? 'appears on' : 'leaves'} ${the(event.actor)}`;
    case 'catch-up.received':
      return `${the(event.actor)} catches up on ${words(event.from, event.to)} in ${event.parts} ${event.parts === 1 ? 'piece' : 'pieces'}`;
    case 'run.aborting':
      return `the abort reaches ${the(event.actor)}`;
    case 'run.stalled':
      return `${the(event.actor)} stands still: nobody reads`;
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

/** ` for 3 s`, or nothing for what has no end. */
function lasting(forMs: VirtualMs | null): string {
  return forMs === null ? '' : ` for ${durationText(forMs)}`;
}

/** A break of the network at `at`; `span` as {@link lasting} has it. */
function fault(how: DropForm, at: string, span: string): string {
  const down = span === '' ? '' : `, and the path is down${span}`;
  switch (how) {
    case 'close':
      return `an intermediary ends the connection properly at ${at}${down}`;
    case 'reset':
      return `the connection is reset at ${at}${down}`;
    case 'offline':
      return `the network of ${at} goes away${span}`;
    case 'silent':
      return `the path of ${at} goes silent${span}, and nobody is told`;
    default:
      return assertNever(how);
  }
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function words(from: number, to: number): string {
  return from === to ? `word ${from}` : `words ${from} to ${to}`;
}

function closed(event: Extract<TraceEvent, { readonly type: 'connection.closed' }>): string {
  const what = `the ${PURPOSES[event.purpose]} of ${the(event.actor)}`;
  if (event.how === 'hung-up') return `${the(event.actor)} hangs up its ${PURPOSES[event.purpose]}`;
  return event.how === 'end' ? `${what} ends properly` : `${what} fails`;
}

type StopOutcome = Extract<TraceEvent, { readonly type: 'stop.arrived' }>['outcome'];

function stopArrived(outcome: StopOutcome, at: string): string {
  switch (outcome) {
    case 'applied':
      return `the stop reaches ${at} and is applied`;
    case 'kept':
      return `the stop reaches ${at} and is kept for the run to come`;
    case 'nothing-to-stop':
      return `the stop reaches ${at} and finds nothing to stop`;
    case 'not-wired':
      return `${at} hears of the stop and has no way to act on it`;
    case 'elsewhere':
      return `the stop reaches a process that does not run the answer`;
    case 'not-allowed':
      return `the stop reaches ${at} and is refused: it may not come from there`;
    default:
      return assertNever(outcome);
  }
}
