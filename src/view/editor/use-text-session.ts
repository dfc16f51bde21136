/** The text of the scenario that is on the page: one for each that was opened, kept while the panel is closed. */

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PanelProps } from '../dock/panel.ts';
import type { NodeId } from '../playground/edit-tree.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { keepDraft, keptDraft } from '../playground/tab-keep.ts';
import type { TextDraft } from './text-draft.ts';
import { TextSession } from './text-session.ts';

/** In real milliseconds: long enough to end a word, short enough to be felt as at once. */
const REST_MS = 300;

const kept = new WeakMap<PlaygroundPorts, Map<NodeId, TextSession>>();

type Needs = Pick<PanelProps, 'state' | 'dispatch' | 'ports'> & {
  readonly root: NodeId;
  readonly format: ScenarioFormat;
};

/** `root` must stay the same for the life of the component. */
export function useTextSession(needs: Needs): readonly [TextSession, TextDraft] {
  const [session] = useState(() => sessionOf(needs));
  const draft = useSyncExternalStore(session.subscribe, session.draft);
  const { scenario, gesture } = needs.state;
  useEffect(() => {
    // What a drag passes through is not written down.
    if (gesture === null) session.follow(scenario);
  }, [session, scenario, gesture]);
  return [session, draft];
}

/** What the text of the scenario is just now, read or not. */
export function textOfSession(needs: Needs): string {
  return sessionOf(needs).text;
}

function sessionOf({ state, dispatch, ports, root, format }: Needs): TextSession {
  const sessions = kept.get(ports) ?? new Map<NodeId, TextSession>();
  kept.set(ports, sessions);
  const known = sessions.get(root);
  if (known !== undefined) return known;
  const session = new TextSession(state.scenario, {
    format,
    onScenario: (written) => dispatch({ type: 'scenario.written', ...written }),
    whenAtRest: (act) => {
      const timer = setTimeout(act, REST_MS);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
    leftText: keptDraft(root),
  });
  session.subscribe(() => keepDraft(root, session.text));
  sessions.set(root, session);
  return session;
}
