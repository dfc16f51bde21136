/** What this tab keeps over a reload. A browser that keeps nothing, or has no room left, is no fault: then a reload begins anew. */

export interface TabStore {
  readonly read: (key: string) => string | null;
  /** `null` forgets it. */
  readonly write: (key: string, text: string | null) => void;
}

/** `storage` may throw, as it does where people forbid it. */
export function createTabStore(storage: () => Storage): TabStore {
  const forget = (key: string): void => {
    try {
      storage().removeItem(key);
    } catch {
      // There is nothing to forget.
    }
  };
  return {
    read: (key) => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, text) => {
      if (text === null) return forget(key);
      try {
        storage().setItem(key, text);
      } catch {
        // Better nothing than what was true some edits ago.
        forget(key);
      }
    },
  };
}

export const tabStore: TabStore = createTabStore(() => sessionStorage);
