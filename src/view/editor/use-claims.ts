/** The claims of the scenario, held against the run on the page. */

import { useMemo } from 'react';
import type { ClaimResult } from '../../scenario/claims.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PanelProps } from '../dock/panel.ts';
import { isSettled } from '../playground/playground-state.ts';

export interface HeldClaims {
  /** While a run is under way those of the run before, as far as the scenario still has them. */
  readonly results: readonly ClaimResult[];
  readonly isCurrent: boolean;
}

export function useClaims({ state, run }: Pick<PanelProps, 'state' | 'run'>, format: ScenarioFormat): HeldClaims {
  const { scenario } = state;
  const isCurrent = run !== null && isSettled(state) && state.failure === null;
  const results = useMemo(() => (run === null ? [] : format.check(scenario, run.report)), [format, scenario, run]);
  return { results, isCurrent };
}
