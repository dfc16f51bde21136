/** Texts of a lesson: all may hold placeholders such as `{{LANE.laptop.missing}}`. */

import { z } from 'zod';

/** A sentence, or the name of something. */
export const line = z.string().trim().min(1).max(300);
/** A paragraph or several. */
export const prose = z.string().trim().min(1).max(4_000);
