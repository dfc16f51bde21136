/** The bill of the answers on the page. What is reckoned anew stands beside the old one until it is there. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { auditBill } from '../../projection/audit/audit-bill.ts';
import type { AuditBill, BillRuns } from '../../projection/audit/audit-bill.ts';
import { billScenarios, numbersOf } from '../../projection/audit/bill-scenarios.ts';
import { BILL_RUNS } from '../../scenario/audit/audit-data.ts';
import type { Audit, BillRun } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { Run } from '../../sim/run.ts';
import type { AuditPorts } from './audit-ports.ts';

export interface ReckonedBill {
  readonly bill: AuditBill | null;
  /** It is that of other answers: a newer one is on its way. */
  readonly isStale: boolean;
  /** Why there is none, as a sentence. */
  readonly error: string | null;
  readonly retry: () => void;
}

type Scenarios = Readonly<Record<BillRun, CompiledScenario>>;

interface Reckoned {
  readonly key: string;
  readonly runs: BillRuns | null;
  readonly error: string | null;
}

export function useBill(audit: Audit, state: AuditState, simulate: AuditPorts['simulate']): ReckonedBill {
  const [reckoned, setReckoned] = useState<Reckoned>({ key: '', runs: null, error: null });
  // Most answers change nothing in the runs: what is equal is not simulated again.
  const key = JSON.stringify(billScenarios(audit, state));
  /** The newest request: what comes for an older one is left aside. */
  const wanted = useRef('');
  const reckon = useCallback(() => {
    wanted.current = key;
    const settle = (parts: Partial<Reckoned>) => {
      if (wanted.current === key) setReckoned((before) => ({ key, runs: before.runs, error: null, ...parts }));
    };
    simulateAll(JSON.parse(key) as Scenarios, simulate, () => wanted.current === key).then(
      (runs) => settle({ runs }),
      (error: unknown) => settle({ error: error instanceof Error ? error.message : String(error) }),
    );
  }, [key, simulate]);
  useEffect(reckon, [reckon]);
  const { runs } = reckoned;
  const bill = useMemo(() => (runs === null ? null : auditBill(runs, numbersOf(audit, state))), [audit, runs, state]);
  return { bill, isStale: reckoned.key !== key, error: reckoned.key === key ? reckoned.error : null, retry: reckon };
}

/** Stops on the way, without a result, once nobody wants it. */
async function simulateAll(
  scenarios: Scenarios,
  simulate: AuditPorts['simulate'],
  isWanted: () => boolean,
): Promise<BillRuns | null> {
  const runs: [BillRun, Run][] = [];
  for (const name of BILL_RUNS) {
    if (!isWanted()) return null;
    runs.push([name, await simulate(scenarios[name])]);
  }
  return Object.fromEntries(runs) as Record<BillRun, Run>;
}
