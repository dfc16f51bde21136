/** Faults of the kind that a network, or a resume over it, can have. */

import { Kernel } from '../../sim/kernel/kernel.ts';
import { Network } from '../../sim/network/network.ts';
import type { SessionRecord, ToSurfacePacket } from '../../sim/network/packet.ts';
import { Surfaces } from '../../sim/surfaces/surfaces.ts';
import type { Showing } from '../../sim/surfaces/surfaces.ts';
import { both, replaceMethod } from './mutant.ts';
import type { Mutant } from './mutant.ts';

const isOutput = ({ record }: SessionRecord): boolean => record === 'output';

/** The packet without the first output record of a catch-up; `null` when nothing is left. */
function withoutOne(packet: ToSurfacePacket): ToSurfacePacket | null {
  const isCatchUp = packet.kind === 'attached' || (packet.kind === 'records' && packet.via === 'replay');
  if (!isCatchUp || !packet.records.some(isOutput)) return packet;
  const at = packet.records.findIndex(isOutput);
  const records = packet.records.toSpliced(at, 1);
  return packet.kind === 'records' && records.length === 0 ? null : { ...packet, records };
}

/** A replay that begins one token before what is asked for. */
const oneEarlier = (showing: Showing): Showing =>
  showing.via === 'replay' && showing.from > 1 ? { ...showing, from: showing.from - 1 } : showing;

const carriesTokens = ({ kind }: ToSurfacePacket): boolean => kind === 'tokens' || kind === 'records';

export const NETWORK_MUTANTS: readonly Mutant[] = [
  {
    id: 'catch-up-drops-a-record',
    title: 'a catch-up leaves out a record of the answer',
    law: 'D1',
    apply: () =>
      replaceMethod(
        Network.prototype,
        'sendToSurface',
        (send) =>
          function (this: Network, connection, packet) {
            const left = withoutOne(packet);
            if (left !== null) send.call(this, connection, left);
          },
      ),
  },
  {
    id: 'resume-doubles-a-token',
    title: 'what is replayed begins one token too early, and is appended',
    law: 'D1',
    apply: () =>
      both(
        replaceMethod(
          Surfaces.prototype,
          'append',
          (append) =>
            function (this: Surfaces, surface, showing) {
              append.call(this, surface, oneEarlier(showing));
            },
        ),
        replaceMethod(
          Surfaces.prototype,
          'show',
          (show) =>
            function (this: Surfaces, surface, showing) {
              if (oneEarlier(showing) === showing) show.call(this, surface, showing);
              else this.append(surface, showing);
            },
        ),
      ),
  },
  {
    id: 'first-packet-after-a-heal',
    title: 'the first tokens that are sent after a path heals vanish',
    law: 'D1',
    apply() {
      const healed = new WeakMap<Kernel, Set<string>>();
      const undoRecord = replaceMethod(
        Kernel.prototype,
        'record',
        (record) =>
          function (this: Kernel, fact) {
            if (fact.type === 'fault.ended') healed.set(this, (healed.get(this) ?? new Set()).add(fact.actor));
            return record.call(this, fact);
          },
      );
      const undoSend = replaceMethod(
        Network.prototype,
        'sendToSurface',
        (send) =>
          function (this: Network, connection, packet) {
            const isFirst = carriesTokens(packet) && healed.get(this.kernel)?.delete(connection.surface) === true;
            if (!isFirst) send.call(this, connection, packet);
          },
      );
      return both(undoRecord, undoSend);
    },
  },
  {
    id: 'heartbeat-counts-for-nothing',
    title: 'a sign of life is not traffic for the proxy',
    law: 'D6',
    apply: () =>
      replaceMethod(
        Network.prototype,
        'sendToSurface',
        (send) =>
          function (this: Network, connection, packet) {
            const { passed } = connection;
            send.call(this, connection, packet);
            if (packet.kind === 'heartbeat') connection.passed = passed;
          },
      ),
  },
  {
    id: 'deliveries-are-late',
    title: 'what crosses a path arrives a millisecond late',
    law: 'P1',
    apply: () =>
      replaceMethod(
        Kernel.prototype,
        'schedule',
        (schedule) =>
          function (this: Kernel, delayMs, rank, event) {
            return schedule.call(this, event.kind === 'arrival' ? delayMs + 1 : delayMs, rank, event);
          },
      ),
  },
];
