/** The sign of each verb: told apart by shape where there is no room for the word. */

import { AppWindow, EyeOff, Eye, Moon, RotateCw, SendHorizontal, Square, Unplug, X } from 'lucide-react';
import type { Verb } from '../../scenario/schema.ts';

const ICONS: Readonly<Record<Verb, typeof Moon>> = {
  open: AppWindow,
  close: X,
  send: SendHorizontal,
  stop: Square,
  refresh: RotateCw,
  hide: EyeOff,
  show: Eye,
  sleep: Moon,
  drop: Unplug,
};

export function VerbIcon({ verb, size = 14 }: { readonly verb: Verb; readonly size?: number }) {
  const Icon = ICONS[verb];
  return <Icon size={size} strokeWidth={2} aria-hidden="true" />;
}
