/** The head of the page with its controls. Playback changes none of its props, so that it is drawn once. */

import { memo } from 'react';
import type { Dispatch } from 'react';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { Header } from '../shell/header.tsx';
import { ScenarioPicker } from '../shell/scenario-picker.tsx';
import { SeedField } from '../shell/seed-field.tsx';
import { ShareButton } from '../shell/share-button.tsx';
import type { Shared } from '../shell/share-button.tsx';
import type { Theme } from '../shell/theme.ts';
import { ThemeSwitch } from '../shell/theme-switch.tsx';
import type { PlaygroundAction } from './playground-action.ts';

interface PageHeadProps {
  readonly scenarios: readonly CompiledScenario[];
  readonly scenario: CompiledScenario;
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
  const { dispatch, scenario } = props;
  const pick = (picked: CompiledScenario) => dispatch({ type: 'scenario.opened', scenario: picked, playheadMs: null });
  return (
    <Header
      picker={<ScenarioPicker scenarios={props.scenarios} current={scenario} onPick={pick} />}
      seed={<SeedField seed={scenario.seed} onSeed={(seed) => dispatch({ type: 'seed.set', seed })} />}
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
