/** Entries of a script: who does what, and when. The zod source of their types. */

import { z } from 'zod';
import { DROP_FORMS } from '../protocol/fault.ts';
import { LIMITS } from './limits.ts';

const atMs = z.int().min(0).max(LIMITS.horizonMs);
export const forMs = z.int().min(0).max(LIMITS.horizonMs);
export const afterMs = z.int().min(1).max(LIMITS.horizonMs);

/** When an entry happens: a clock time, or the moment after the n-th generated token or after a first event of the lane. */
const momentShape = {
  atMs: atMs.optional(),
  after: z
    .union([
      z.strictObject({ token: z.int().min(1).max(LIMITS.tokens) }),
      z.strictObject({ event: z.string().min(1).max(60) }),
    ])
    .optional(),
};

/** A surface, an agent, `session`, `proxy` or `network`: which verbs go where is checked in `check.ts`. */
const actorName = z.string().min(1).max(60);
const entry = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...momentShape, on: actorName, ...shape });
const words = z.string().max(LIMITS.answerCharacters).default('');

/** How a proxy ends a connection: `error-page` stands in for an answer of which nothing has passed yet, else it is a reset. */
export const cut = z
  .enum(['reset', 'close', 'error-page'])
  .describe('How the proxy ends it: an error page can only stand in for an answer of which nothing has passed. [F2.9]');

export const scriptEntrySchema = z
  .discriminatedUnion('do', [
    entry({ do: z.literal('open') }),
    entry({ do: z.literal('close') }),
    entry({ do: z.literal('send'), text: words }),
    entry({ do: z.literal('stop') }),
    entry({ do: z.literal('refresh') }),
    entry({ do: z.literal('hide') }),
    entry({ do: z.literal('show') }),
    entry({ do: z.literal('sleep'), forMs: forMs.optional() }),
    entry({ do: z.literal('drop'), how: z.enum(DROP_FORMS), forMs: forMs.optional() }),
    entry({ do: z.literal('retry') }),
    entry({ do: z.literal('steer'), text: words }),
    entry({ do: z.literal('approve') }),
    entry({ do: z.literal('reject') }),
    entry({ do: z.literal('join') }),
    entry({ do: z.literal('crash'), forMs: forMs.optional() }),
    entry({ do: z.literal('deploy'), forMs: forMs.default(0) }),
    entry({ do: z.literal('outage'), forMs: forMs.optional() }),
    entry({ do: z.literal('buffer'), forMs: forMs.optional(), untilBytes: z.int().min(1).max(10_000_000).optional() }),
    entry({ do: z.literal('idle-timeout'), afterMs: afterMs.default(60_000), cut: cut.default('reset') }),
    entry({ do: z.literal('duration-cap'), afterMs: afterMs.default(300_000), cut: cut.default('reset') }),
    entry({ do: z.literal('latency'), latencyMs: z.int().min(0).max(LIMITS.latencyMs) }),
  ])
  .meta({ id: 'scriptEntry' });
