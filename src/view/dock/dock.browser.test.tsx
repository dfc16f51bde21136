import { FileText, HelpCircle } from 'lucide-react';
import { useReducer } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { err, ok } from '../../base/result.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { createPlaygroundState, reducePlayground } from '../playground/playground-state.ts';
import { Dock } from './dock.tsx';
import type { Panel } from './panel.ts';

const home = buildScenario({
  title: 'A calm day',
  surfaces: { laptop: { kind: 'tab' } },
  script: [{ atMs: 0, on: 'laptop', do: 'open' }],
});
const ports: PlaygroundPorts = {
  scenarios: [home],
  home,
  laneOptions: {},
  priceFacts: [],
  simulate: async () => ({ kind: 'superseded' }),
  simulateAside: async () => ({ kind: 'superseded' }),
  encodeLink: async () => err('no link here'),
  openLink: async () => ok(null),
  openFile: async () => err([]),
  loadFormat: () => Promise.reject(new Error('no format here')),
  loadInspectorFacts: () => Promise.reject(new Error('no facts here')),
  checkEntry: async () => ({ ok: false, error: [] }),
  onMoment: () => undefined,
};

function Page({ panels }: { readonly panels: readonly Panel[] }) {
  const [state, dispatch] = useReducer(reducePlayground, createPlaygroundState(home));
  return <Dock panels={panels} {...{ state, dispatch, ports }} run={null} playheadMs={0} />;
}

const file: Panel = {
  id: 'file',
  title: 'Scenario',
  icon: FileText,
  load: async () =>
    function File({ state }) {
      return <p>{state.scenario.title}</p>;
    },
};

test('a panel is opened from the rail, takes the focus, and Escape leads back to its button', async () => {
  const screen = await render(<Page panels={[file]} />);
  const button = screen.getByRole('button', { name: 'Scenario', exact: true });
  await button.click();
  await expect.element(screen.getByText(home.title)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Scenario' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByText(home.title)).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

test('a panel that could not be loaded says so and can be tried again', async () => {
  let isReachable = false;
  const shaky: Panel = {
    ...file,
    id: 'why',
    title: 'Why',
    icon: HelpCircle,
    load: async () => {
      if (!isReachable) throw new TypeError('Failed to fetch dynamically imported module');
      return () => <p>here</p>;
    },
  };
  const screen = await render(<Page panels={[shaky]} />);
  await screen.getByRole('button', { name: 'Why', exact: true }).click();
  await expect.element(screen.getByText(/Unable to load this panel/u)).toBeVisible();
  isReachable = true;
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('here')).toBeVisible();
});
