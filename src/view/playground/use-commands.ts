/** What people ask for by button or by key, made into actions of the playground. */

import { useMemo, useState } from 'react';
import type { Dispatch } from 'react';
import { momentsOf } from '../../projection/moments.ts';
import { plugMoment } from '../../projection/plug-moment.ts';
import type { VirtualMs } from '../../protocol/time.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import { useLatest } from '../latest.ts';
import { useReducedMotion } from '../reduced-motion.ts';
import type { PaletteVerb } from '../transport/palette.tsx';
import { stepTo } from './step-to.ts';
import type { PlaygroundAction } from './playground-action.ts';
import { playheadOf, SPEEDS } from './playground-state.ts';
import type { PlaygroundState } from './playground-state.ts';

/** How long a plug stays pulled, and how much of the time before it is played. */
const PULLED_FOR_MS = 3000;
const LEAD_IN_MS = 400;
/** More surfaces than this cannot be read side by side. */
const MOST_SURFACES = 4;

/** The same hands for as long as the page lives, so that what only holds them is not drawn again with every frame. */
export interface Commands {
  readonly pull: () => void;
  /** At the playhead, or at `atMs`. */
  readonly act: (verb: PaletteVerb, atMs?: VirtualMs) => void;
  readonly step: (direction: -1 | 1, what: 'event' | 'marker') => void;
  readonly play: () => void;
  readonly shiftSpeed: (by: -1 | 1) => void;
}

interface Aim {
  readonly target: string;
  readonly aimAt: (surface: string) => void;
}

export function useCommands(state: PlaygroundState, dispatch: Dispatch<PlaygroundAction>): Commands & Aim {
  const isStill = useReducedMotion();
  const [aimed, setAimed] = useState<string | null>(null);
  const target = targetOf(state, aimed);
  const latest = useLatest({ state, target, isStill });
  const commands = useMemo(() => createCommands(() => latest.current, dispatch), [latest, dispatch]);
  return { ...commands, target, aimAt: setAimed };
}

interface Situation {
  readonly state: PlaygroundState;
  readonly target: string;
  readonly isStill: boolean;
}

function createCommands(now: () => Situation, dispatch: Dispatch<PlaygroundAction>): Commands {
  const momentMs = () => {
    const { state, target } = now();
    return state.run === null ? playheadOf(state) : plugMoment(state.run, target, playheadOf(state));
  };
  const drop = (atMs: VirtualMs): ScriptEntry => ({
    atMs,
    on: now().target,
    do: 'drop',
    how: 'reset',
    forMs: PULLED_FOR_MS,
  });
  const open = (name: string, atMs: VirtualMs) => {
    const { surfaces } = now().state.scenario;
    const isNew = surfaces.every((surface) => surface.name !== name);
    if (isNew && surfaces.length >= MOST_SURFACES) {
      const text = `The stage has room for ${MOST_SURFACES} surfaces. Undo one to open another.`;
      dispatch({ type: 'notice.shown', text });
      return;
    }
    dispatch({ type: 'entry.added', entry: { atMs, on: name, do: 'open' } });
  };
  return {
    pull: () => {
      const entry = drop(momentMs());
      const fromMs = Math.max(0, (entry.atMs ?? 0) - LEAD_IN_MS);
      dispatch({ type: 'plug.pulled', entry, fromMs, plays: !now().isStill });
    },
    act: (verb, atMs = momentMs()) => {
      const { state, target } = now();
      if (verb === 'drop') dispatch({ type: 'entry.added', entry: drop(atMs) });
      else if (verb === 'tab') open(unusedName(state.scenario.surfaces, 'tab'), atMs);
      else if (verb === 'phone') open(nextPhone(state), atMs);
      else dispatch({ type: 'entry.added', entry: { atMs, on: target, do: verb } });
    },
    step: (direction, what) => {
      const { state } = now();
      if (state.run === null) return;
      const { eventsAtMs, markersAtMs } = momentsOf(state.run);
      const atMs = stepTo(what === 'event' ? eventsAtMs : markersAtMs, playheadOf(state), direction);
      if (atMs !== null) dispatch({ type: 'playhead.moved', atMs });
    },
    play: () => dispatch({ type: 'playback.set', isPlaying: !now().state.isPlaying }),
    shiftSpeed: (by) => {
      const speed = SPEEDS[SPEEDS.findIndex((known) => known === now().state.speed) + by];
      if (speed !== undefined) dispatch({ type: 'speed.set', speed });
    },
  };
}

/** What people aimed at, else the surface of the selected entry, else the first one. Opening a page is no aim at it. */
function targetOf({ scenario, selected }: PlaygroundState, aimed: string | null): string {
  const names = scenario.surfaces.map(({ name }) => name);
  const entry = scenario.script[selected.at(-1) ?? -1];
  const meant = entry?.do === 'open' ? undefined : entry?.on;
  return [aimed, meant].find((name) => names.some((known) => known === name)) ?? names[0] ?? '';
}

/** A phone that the scenario has and that nobody opens, else one more. */
function nextPhone({ scenario }: PlaygroundState): string {
  const opened = new Set(scenario.script.filter((entry) => entry.do === 'open').map((entry) => entry.on));
  const waiting = scenario.surfaces.find(({ name, kind }) => kind === 'device' && !opened.has(name));
  return waiting?.name ?? unusedName(scenario.surfaces, 'phone');
}

function unusedName(surfaces: readonly { readonly name: string }[], stem: string): string {
  const names = new Set(surfaces.map(({ name }) => name));
  let number = stem === 'tab' ? 2 : 1;
  const nameOf = () => (number === 1 ? stem : `${stem}-${number}`);
  while (names.has(nameOf())) number += 1;
  return nameOf();
}
