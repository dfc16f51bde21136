/** What a screen is: a part of the product with an address of its own. */

import type { ComponentType } from 'react';
import type { SitePorts } from './site-ports.ts';

/** The first part of the hash. */
export type ScreenId = 'play' | 'learn' | 'glossary' | 'present' | 'audit' | 'handout';

export interface ScreenProps {
  readonly ports: SitePorts;
  /** The hash of the address, such as `#/learn/wifi-blip`; another one is another place of the same screen. */
  readonly hash: string;
}

/** A screen beside the playground; it is fetched when somebody goes there. */
export interface Screen {
  readonly id: ScreenId;
  readonly load: () => Promise<ComponentType<ScreenProps>>;
}

/** The screen that a hash belongs to; what names none is left to the playground, which says what it cannot read. */
export function screenIdOf(hash: string, screens: readonly Screen[]): ScreenId {
  const first = /^#\/([a-z]+)(?:[/?]|$)/.exec(hash)?.[1];
  return screens.find(({ id }) => id === first)?.id ?? 'play';
}
