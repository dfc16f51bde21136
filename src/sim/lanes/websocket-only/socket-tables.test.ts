/** The two machines of this lane against the tables beside them. A lane brings its own, so that adding one edits no shared list. */

import { expect, test } from 'vitest';
import { exploreMachine } from '../../../testing/explore-machine.ts';
import { socketLinkMachine } from './socket-link.machine.ts';
import { SOCKET_LINK_TABLE } from './socket-link.table.ts';
import { socketViewMachine } from './socket-view.machine.ts';
import { SOCKET_VIEW_TABLE } from './socket-view.table.ts';

const plain = (...types: readonly string[]) => types.map((type) => ({ type }));
const PERSON = plain('surface.opened', 'surface.closed', 'surface.refreshed');

test('[M1] the machine socket-link does in every state and for every event what its table says', () => {
  const events = [
    ...PERSON,
    ...plain('page.loaded', 'publish.asked', 'socket.opened'),
    { type: 'connection.failed', retryMs: 10 },
    { type: 'path.healed', isTold: true },
    { type: 'path.healed', isTold: false },
  ];
  expect(exploreMachine(socketLinkMachine, [undefined], events)).toEqual(SOCKET_LINK_TABLE);
});

test('[M1] the machine socket-view does in every state and for every event what its table says', () => {
  const events = [
    ...PERSON,
    { type: 'page.loaded', hasAnswer: true },
    { type: 'page.loaded', hasAnswer: false },
    ...plain('prompt.sent', 'run.began', 'answer.began', 'answer.finished', 'answer.cancelled'),
    ...plain('publish.refused', 'stop.pressed'),
  ];
  expect(exploreMachine(socketViewMachine, [undefined], events)).toEqual(SOCKET_VIEW_TABLE);
});
