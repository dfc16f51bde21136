/** The part of the trace that tells of the machines behind the surfaces. */

import type { Fact } from './fact.ts';
import type { VirtualMs } from './time.ts';

/** What a proxy between surfaces and the far end can be set to do. */
export type ProxySetting = 'idle-timeout' | 'duration-cap' | 'buffer';

/** What happens to the machines behind: processes of the agent, the session layer, the proxy. */
export type WorldEvent =
  /** A process of the agent is killed; `forMs` until it is up again, `null` for never. `actor` is the agent. */
  | (Fact<'process.crashed'> & {
      readonly scriptIndex: number;
      readonly process: number;
      readonly forMs: VirtualMs | null;
    })
  /** A new version takes new work at once; the old process ends after `forMs`. */
  | (Fact<'process.deployed'> & { readonly scriptIndex: number; readonly process: number; readonly forMs: VirtualMs })
  /** A process stands still, and does not know it. */
  | (Fact<'process.paused'> & {
      readonly scriptIndex: number;
      readonly process: number;
      readonly forMs: VirtualMs | null;
    })
  /** A process is there (again): after a crash, a deploy, or a pause. */
  | (Fact<'process.up'> & { readonly process: number; readonly after: 'crash' | 'deploy' | 'pause' })
  | (Fact<'outage.began'> & { readonly scriptIndex: number; readonly forMs: VirtualMs | null })
  | (Fact<'outage.ended'> & { readonly scriptIndex: number })
  /** The proxy is told to do something; `valueMs` is its limit, `null` for one without. */
  | (Fact<'proxy.set'> & {
      readonly scriptIndex: number;
      readonly setting: ProxySetting;
      readonly valueMs: VirtualMs | null;
    })
  /** The proxy ends a connection on its own account. */
  | (Fact<'proxy.cut'> & { readonly connection: number; readonly surface: string; readonly setting: ProxySetting })
  | (Fact<'latency.set'> & { readonly scriptIndex: number; readonly latencyMs: VirtualMs });
