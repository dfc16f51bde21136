/** Why a link cannot be read or made: which part, the reason, the way out. */

export interface LinkProblem {
  /** The parameter or the piece of it, as it stands in the link. */
  readonly part: string;
  readonly reason: string;
  readonly remedy: string;
}

/** One sentence, one remedy: `unable to open the link; in drop@x:laptop, … .` */
export function describeLinkProblem({ part, reason, remedy }: LinkProblem): string {
  const shown = part.length > 60 ? `${part.slice(0, 60)}…` : part;
  return `unable to open the link; in "${shown}", ${reason}. ${remedy}`.trim();
}
