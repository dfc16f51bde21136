/** How a party is called on the page: `laptop` as `Laptop`, `tab-2` as `Tab 2`. */

import type { ActorName } from '../protocol/trace-event.ts';

export function actorLabel(actor: ActorName): string {
  const words = actor.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The same within a sentence: `the laptop`, `the agent`, but `tab 2` without an article. */
export function actorInSentence(actor: ActorName): string {
  const words = actor.replaceAll('-', ' ');
  return /\d$/.test(words) ? words : `the ${words}`;
}
