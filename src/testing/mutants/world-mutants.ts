/** Faults of the kernel, the agents, the session and the history. */

import { Agent } from '../../sim/agent/agent.ts';
import { Kernel } from '../../sim/kernel/kernel.ts';
import { SessionLog } from '../../sim/lanes/durable-session/session-log.ts';
import { History } from '../../sim/lanes/history.ts';
import { both, replaceMethod } from './mutant.ts';
import type { Mutant } from './mutant.ts';

/** Beyond every horizon. */
const NEVER_MS = 1_000_000_000;

export const WORLD_MUTANTS: readonly Mutant[] = [
  {
    id: 'cancelled-timer-is-not-armed-again',
    title: 'a timer that was cancelled is not armed again',
    law: 'D1',
    apply() {
      const armed = new WeakMap<Kernel, Set<string>>();
      const undoSend = replaceMethod(
        Kernel.prototype,
        'send',
        (send) =>
          function (this: Kernel, key, event) {
            // The event of a delay is named after its timer.
            armed.get(this)?.delete(`${key}/${event.type}`);
            return send.call(this, key, event);
          },
      );
      const undoSchedule = replaceMethod(
        Kernel.prototype,
        'schedule',
        (schedule) =>
          function (this: Kernel, delayMs, rank, event) {
            if (event.kind !== 'timer') return schedule.call(this, delayMs, rank, event);
            const waiting = armed.get(this) ?? new Set();
            armed.set(this, waiting);
            const key = `${event.key}/${event.timerId}`;
            const wasCancelled = waiting.has(key);
            waiting.add(key);
            return schedule.call(this, wasCancelled ? NEVER_MS : delayMs, rank, event);
          },
      );
      return both(undoSend, undoSchedule);
    },
  },
  {
    id: 'memory-outside-the-world',
    title: 'something that decides when things happen is kept outside of the world',
    law: 'K1',
    apply() {
      const calls = new WeakMap<Kernel, number>();
      return replaceMethod(
        Kernel.prototype,
        'schedule',
        (schedule) =>
          function (this: Kernel, delayMs, rank, event) {
            const count = (calls.get(this) ?? 0) + 1;
            calls.set(this, count);
            return schedule.call(this, count % 16 === 0 ? delayMs + 1 : delayMs, rank, event);
          },
      );
    },
  },
  {
    id: 'causes-are-forgotten',
    title: 'what is done because of an event does not say so',
    law: 'T2',
    apply: () =>
      replaceMethod(
        Kernel.prototype,
        'because',
        () =>
          function (this: Kernel, _cause, action) {
            const before = this.cause;
            this.cause = null;
            action();
            this.cause = before;
          },
      ),
  },
  {
    id: 'stale-stop-hits-the-next-run',
    title: 'a stop for a run that is over ends the run that is under way',
    law: 'D3',
    apply: () =>
      replaceMethod(
        Agent.prototype,
        'abort',
        (abort) =>
          function (this: Agent, run) {
            const isStale = this.run(run).end !== 'running';
            return abort.call(this, isStale ? (this.runsUnderWay().at(-1)?.run ?? run) : run);
          },
      ),
  },
  {
    id: 'fenced-write-goes-through',
    title: 'a write that the session refuses is in the log all the same',
    law: 'D5',
    apply: () =>
      replaceMethod(
        SessionLog.prototype,
        'write',
        (write) =>
          function (this: SessionLog, entry) {
            const { tail } = this;
            write.call(this, entry);
            if (this.tail === tail) this.append(entry.record);
          },
      ),
  },
  {
    id: 'effect-happens-twice',
    title: 'a tool does what it does twice',
    law: 'D4',
    apply: () =>
      replaceMethod(
        Kernel.prototype,
        'record',
        (record) =>
          function (this: Kernel, fact) {
            if (fact.type === 'effect.applied') record.call(this, fact);
            return record.call(this, fact);
          },
      ),
  },
  {
    id: 'history-is-ahead',
    title: 'the history keeps a token more than there is',
    law: 'T3',
    apply: () =>
      replaceMethod(
        History.prototype,
        'save',
        (save) =>
          function (this: History, answer) {
            save.call(this, { ...answer, tokens: answer.tokens + 1 });
          },
      ),
  },
];
