/**
 * What people made in this tab, over a reload of the page: the edit tree, and the texts that they write
 * in. It is written when the page is left or goes out of sight, and never by a page that broke.
 */

import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { tabStore } from '../tab-store.ts';
import type { EditTree, NodeId } from './edit-tree.ts';
import { isWorthKeeping, readKeptTree, writeKeptTree } from './kept-tree.ts';
import type { KeptTree } from './kept-tree.ts';

const TREE = 'pull-the-plug.tree';
/** How often the page was opened with the tree and has not come to a run. */
const OPENINGS = 'pull-the-plug.openings';
const DRAFT = 'pull-the-plug.draft.';

/** A page that what was kept breaks is opened without it after so many times. */
const MOST_OPENINGS = 2;

let taken: KeptTree | null | undefined;
let isForgotten = false;
let isKeeping = false;

/** What the page was left with; the same however often it is asked for. */
export function takeKeptTree(scenarios: readonly CompiledScenario[]): KeptTree | null {
  if (taken !== undefined) return taken;
  const text = tabStore.read(TREE);
  const openings = Number(tabStore.read(OPENINGS) ?? 0);
  taken = text === null || openings >= MOST_OPENINGS ? null : readKeptTree(text, scenarios);
  if (text !== null) tabStore.write(OPENINGS, String(openings + 1));
  return taken;
}

/** What `read` tells is kept whenever the page may go, for as long as it lives. */
export function keepWhileOpen(read: () => { readonly tree: EditTree; readonly hasRun: boolean }): void {
  if (isKeeping) return;
  isKeeping = true;
  const keep = (): void => {
    const { tree, hasRun } = read();
    if (isForgotten || !hasRun || document.querySelector('.playground') === null) return;
    tabStore.write(TREE, isWorthKeeping(tree) ? writeKeptTree({ tree, hash: location.hash }) : null);
    tabStore.write(OPENINGS, null);
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
}

/** The text of the scenario that `root` is, as it was left; only a page with its tree knows which one that is. */
export function keptDraft(root: NodeId): string | null {
  return taken === undefined || taken === null ? null : tabStore.read(`${DRAFT}${root}`);
}

export function keepDraft(root: NodeId, text: string): void {
  if (!isForgotten) tabStore.write(`${DRAFT}${root}`, text);
}

/** Opens the page as if it had never been used. */
export function startAfresh(tree: EditTree): void {
  isForgotten = true;
  for (const key of [TREE, OPENINGS]) tabStore.write(key, null);
  for (const { id } of tree.nodes) tabStore.write(`${DRAFT}${id}`, null);
  location.reload();
}
