/** The keys of the timeline as a whole; flags, the playhead and the overview have their own. */

import type { FlagKey } from './flag-keys.ts';
import type { TimelineView } from './use-timeline-view.ts';

export interface TimelineKeyScope {
  readonly view: TimelineView;
  readonly chooseAll: () => void;
  readonly fold: () => void;
  readonly measure: () => void;
  /** Ends a measure and a choice; whether there was any. */
  readonly giveUp: () => boolean;
}

/** Whether the key meant something here. */
export function takeTimelineKey(key: FlagKey, scope: TimelineKeyScope): boolean {
  const { view } = scope;
  if (key.altKey) return false;
  if (key.ctrlKey || key.metaKey) {
    if (key.key.toLowerCase() !== 'a') return false;
    scope.chooseAll();
    return true;
  }
  switch (key.key) {
    case 'Escape':
      return scope.giveUp();
    case '+':
    case '=':
      view.zoom('in');
      return true;
    case '-':
      view.zoom('out');
      return true;
    case '0':
      view.fit();
      return true;
    case 'PageUp':
      view.page(1);
      return true;
    case 'PageDown':
      view.page(-1);
      return true;
    case 'm':
    case 'M':
      scope.measure();
      return true;
    case '\\':
      scope.fold();
      return true;
    default:
      return false;
  }
}
