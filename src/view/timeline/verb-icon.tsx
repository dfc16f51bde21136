/** The sign of each verb: told apart by shape where there is no room for the word. */

import {
  AppWindow,
  Check,
  Clock,
  CloudOff,
  Eye,
  EyeOff,
  Moon,
  Pause,
  Redo2,
  Rocket,
  RotateCw,
  SendHorizontal,
  Skull,
  Snail,
  Square,
  ThumbsDown,
  Timer,
  Unplug,
  UserPlus,
  Waypoints,
  X,
} from 'lucide-react';
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
  retry: Redo2,
  steer: Waypoints,
  approve: Check,
  reject: ThumbsDown,
  join: UserPlus,
  crash: Skull,
  deploy: Rocket,
  outage: CloudOff,
  buffer: Pause,
  'idle-timeout': Timer,
  'duration-cap': Clock,
  latency: Snail,
};

export function VerbIcon({ verb, size = 14 }: { readonly verb: Verb; readonly size?: number }) {
  const Icon = ICONS[verb];
  return <Icon size={size} strokeWidth={2} aria-hidden="true" />;
}
