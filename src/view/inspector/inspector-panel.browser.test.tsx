import { useReducer } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { assertPresent } from '../../base/assert.ts';
import { err, ok } from '../../base/result.ts';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import { simulate } from '../../sim/simulate.ts';
import { buildScenario } from '../../testing/build-scenario.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';
import { createPlaygroundState, playheadOf, reducePlayground } from '../playground/playground-state.ts';
import type { PlaygroundState } from '../playground/playground-state.ts';
import type { Selection } from '../playground/selection.ts';
import { InspectorPanel } from './inspector-panel.tsx';

const scenario = buildScenario({
  agent: { answer: { text: 'Take one tablet and do not take another' } },
  lanes: ['naive-sse'],
  surfaces: { laptop: { kind: 'tab' } },
  script: [
    { atMs: 0, on: 'laptop', do: 'open' },
    { atMs: 100, on: 'laptop', do: 'send', text: 'How much?' },
    { after: { token: 5 }, on: 'laptop', do: 'drop', how: 'reset', forMs: 500 },
  ],
});
const run = simulate(scenario);
const lane: LaneTrace = assertPresent(run.lanes[0], 'a lane');
const idOf = (is: (event: TraceEvent) => boolean): number => assertPresent(lane.events.find(is), 'an event').id;
const sixth = idOf((event) => event.type === 'token.generated' && event.token === 6);
const fault = idOf(({ type }) => type === 'fault.began');

const ports: PlaygroundPorts = {
  scenarios: [scenario],
  home: scenario,
  laneOptions: {},
  priceFacts: [],
  simulate: async () => ({ kind: 'superseded' }),
  simulateAside: async () => ({ kind: 'superseded' }),
  encodeLink: async () => err('no link here'),
  openLink: async () => ok(null),
  openFile: async () => err([]),
  loadFormat: () => Promise.reject(new Error('no format here')),
  loadInspectorFacts: async () => (await import('virtual:inspector')).facts,
  checkEntry: async () => ({ ok: false, error: [] }),
  onMoment: () => undefined,
};

function stateWith(selection: Selection | null): PlaygroundState {
  const arrived = reducePlayground(createPlaygroundState(scenario), {
    type: 'run.arrived',
    scenario,
    run,
    restarted: false,
  });
  return selection === null
    ? arrived
    : reducePlayground(arrived, { type: 'event.selected', ...selection, moves: false });
}

function Page({ selection }: { readonly selection: Selection | null }) {
  const [state, dispatch] = useReducer(reducePlayground, selection, stateWith);
  return (
    <>
      <output aria-label="playhead">{playheadOf(state)}</output>
      <InspectorPanel {...{ state, dispatch, ports, run }} playheadMs={playheadOf(state)} />
    </>
  );
}

test('without a mark it says what to do', async () => {
  await render(<Page selection={null} />);
  await expect.element(page.getByText(/Choose any mark/)).toBeVisible();
});

test('a missing word tells why, each step leads to its moment, and there is a way back', async () => {
  await render(<Page selection={{ lane: lane.name, event: sixth, surface: 'laptop' }} />);
  await expect.element(page.getByRole('heading', { name: 'Word 6 “not”' })).toBeVisible();
  const why = page.getByRole('list', { name: 'Why it is missing on Laptop' });
  await expect.element(why).toBeVisible();
  await why.getByRole('button', { name: /the connection is reset at the laptop/ }).click();
  await expect
    .element(page.getByRole('heading', { level: 3 }))
    .toHaveTextContent('The connection is reset at the laptop, and the path is down for 500 ms.');
  await expect.element(page.getByLabelText('playhead')).toHaveTextContent(String(lane.events[fault]?.atMs));
  await expect.element(page.getByText('Nothing before it: it stands in the script.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'G1 complete' })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(page.getByRole('heading', { name: /Word 6/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Back' })).toBeDisabled();
});

test('steps of machinery are shown when asked for, and neighbours at the same actor are one press away', async () => {
  const shown = idOf((event) => event.type === 'tokens.shown');
  await render(<Page selection={{ lane: lane.name, event: shown }} />);
  const causes = page.getByRole('list', { name: 'Causes, nearest first' });
  await expect.element(causes).toBeVisible();
  const few = causes.getByRole('listitem').elements().length;
  await page.getByRole('button', { name: /Every step/ }).click();
  await expect.poll(() => causes.getByRole('listitem').elements().length).toBeGreaterThan(few);
  await page.getByRole('button', { name: 'Later on Laptop' }).click();
  await expect.element(page.getByRole('heading', { level: 3, name: /appears on the laptop/ })).not.toBeInTheDocument();
});

test('the machine, the bytes and the code of a mark are one tab away, and the machine follows the playhead', async () => {
  const shown = idOf((event) => event.type === 'tokens.shown');
  await render(<Page selection={{ lane: lane.name, event: shown }} />);
  await page.getByRole('tab', { name: 'Machine' }).click();
  const chart = page.getByRole('img', { name: /^naive-client of Laptop is in/ });
  await expect.element(chart).toBeVisible();
  await expect.element(chart).toHaveAccessibleName(/is in open, error, from open, streaming by/);
  await page.getByRole('button', { name: 'Go to this moment' }).click();
  await expect.element(chart).toHaveAccessibleName(/is in open, streaming/);
  await page.getByRole('tab', { name: 'Wire' }).click();
  const wire = page.getByRole('region', { name: /A word of the answer, \d+ bytes/ });
  await expect.poll(() => wire.element().textContent).toContain('data: {"type":"text-delta"');
  await page.getByRole('tab', { name: 'Code' }).click();
  await expect.element(page.getByText('const chat = useChat({')).toBeVisible();
  expect(document.querySelectorAll('li[aria-current]').length).toBeGreaterThan(0);
});
