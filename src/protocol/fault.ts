/**
 * How a link breaks. The two ends learn of it at different times (`model.md`, table of links):
 * - `close`: an intermediary ends the body or socket properly; the surface sees a normal end
 * - `reset`: the surface gets an error at once; the server sees the close after its half of the path
 * - `offline`: the surface's interface is down; the surface knows at once, the server is not told
 * - `silent`: packets vanish and nobody is told; they are sent again and arrive late if it heals
 *
 * The fifth form, a stalled reader, is the verb `sleep`.
 */
export const DROP_FORMS = ['close', 'reset', 'offline', 'silent'] as const;

export type DropForm = (typeof DROP_FORMS)[number];
