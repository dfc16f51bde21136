/** G12: a stale writer or a stop without permission changes nothing, and the sender is told. */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { GuaranteeVerdict } from '../../scenario/outcome-report.ts';
import { deedOf } from './cause-chain.ts';
import type { Evidence } from './evidence.ts';
import { brokenByFirst } from './verdict.ts';
import type { Breach } from './verdict.ts';

export function judgeWriters(scenario: CompiledScenario, evidence: Evidence): GuaranteeVerdict {
  const surfaceOf = (writer: string): string | null => (evidence.surfaces.has(writer) ? writer : null);
  const writes = evidence.writes
    // A repeated write is dropped for the sender's own good, and needs no word.
    .filter((write) => write.type === 'write.usurped' || (write.reason !== 'duplicate' && !write.isTold))
    .map((event) => ({ event, surface: surfaceOf(event.writer) }));
  return brokenByFirst([...writes, ...stopsWithoutPermission(scenario, evidence)]);
}

/** Runs that ended by a stop from where none is allowed, whether or not the lane noticed. */
function stopsWithoutPermission({ surfaces }: CompiledScenario, { events, runs }: Evidence): readonly Breach[] {
  const barred = new Set(surfaces.filter(({ mayStop }) => !mayStop).map(({ name }) => name));
  if (barred.size === 0) return [];
  return runs.flatMap(({ end, ended }) => {
    if (end !== 'cancelled' || ended === null) return [];
    const deed = deedOf(events, ended.id);
    return deed.type === 'stop.pressed' && barred.has(deed.actor) ? [{ event: ended, surface: deed.actor }] : [];
  });
}
