/** What the audit needs from below, handed in by the composition root. */

import type { Result } from '../../base/result.ts';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import type { AuditTerms, ReadAudit } from '../../scenario/audit/audit-link.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { Run } from '../../sim/run.ts';

/** The loaders may reject when the page cannot be reached; asking again tries again. */
export interface AuditPorts {
  readonly loadAudit: () => Promise<Audit>;
  /** What can be priced, with where each default comes from. */
  readonly priceFacts: readonly PriceFact[];
  /** One after another, none left out. Rejects with a sentence when a scenario cannot be simulated. */
  readonly simulate: (scenario: CompiledScenario) => Promise<Run>;
  readonly writeFile: (state: AuditState) => Promise<string>;
  /** Sentences for what cannot be read. */
  readonly readFile: (text: string, name: string, terms: AuditTerms) => Promise<Result<ReadAudit, readonly string[]>>;
}
