/** The head of the page with its controls. Playback changes none of its props, so that it is drawn once. */

import { memo } from 'react';
import type { Dispatch } from 'react';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { Header } from '../shell/header.tsx';
import { ScenarioPicker } from '../shell/scenario-picker.tsx';
import type { ScenarioHead } from '../shell/scenario-menu.tsx';
import { SeedField } from '../shell/seed-field.tsx';
import { ShareButton } from '../shell/share-button.tsx';
import type { Shared } from '../shell/share-button.tsx';
import type { Theme } from '../shell/theme.ts';
import { ThemeSwitch } from '../shell/theme-switch.tsx';
import type { PlaygroundAction } from './playground-action.ts';

interface PageHeadProps {
  readonly scenarios: readonly CompiledScenario[];
  readonly scenario: ScenarioHead;
  readonly seed: number;
  readonly shared: Shared | null;
  readonly theme: Theme;
  readonly dispatch: Dispatch<PlaygroundAction>;
  readonly onShare: () => void;
  readonly onShareClose: () => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onFiles: () => void;
  readonly onHelp: () => void;
}

export const PageHead = memo(function PageHead(props: PageHeadProps) {
  const { dispatch, scenarios } = props;
  const pick = (id: string) => {
    // What came by a link or a file is no choice of the app, and on the stage already.
    const picked = scenarios.find((scenario) => scenario.id === id);
    if (picked !== undefined) dispatch({ type: 'scenario.opened', scenario: picked, playheadMs: null });
  };
  return (
    <Header
      picker={<ScenarioPicker scenarios={scenarios} current={props.scenario} onPick={pick} />}
      seed={<SeedField seed={props.seed} onSeed={(seed) => dispatch({ type: 'seed.set', seed })} />}
      share={
        <ShareButton
          shared={props.shared}
          onShare={props.onShare}
          onClose={props.onShareClose}
          onFiles={props.onFiles}
        />
      }
      theme={<ThemeSwitch theme={props.theme} onTheme={props.onTheme} />}
      onFiles={props.onFiles}
      onHelp={props.onHelp}
    />
  );
});
