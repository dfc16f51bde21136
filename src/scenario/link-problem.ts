/** Why a link cannot be read or made: which part, the reason, the way out. */

export interface LinkProblem {
  /** The parameter or the piece of it, as it stands in the link; empty for the link as a whole. */
  readonly part: string;
  readonly reason: string;
  readonly remedy: string;
}

/** One sentence, one remedy, for people: `Unable to open the link; in "dorp@1:laptop", "dorp" is not a verb. …` */
export function describeLinkProblem({ part, reason, remedy }: LinkProblem): string {
  const shown = part.length > 60 ? `${part.slice(0, 60)}…` : part;
  const place = part === '' ? '' : `in "${shown}", `;
  return `Unable to open the link; ${place}${reason}. ${remedy}`.trim();
}

/** The same for a link that could not be made. */
export function describeUnmadeLink({ reason, remedy }: LinkProblem): string {
  return `Unable to make a link; ${reason}. ${remedy}`;
}
