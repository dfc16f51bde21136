/** The keys of the page: one list for what they do and for what the help says. */

export type KeyCommand =
  | 'play'
  | 'event.previous'
  | 'event.next'
  | 'marker.previous'
  | 'marker.next'
  | 'slower'
  | 'faster'
  | 'drop'
  | 'refresh'
  | 'tab'
  | 'phone'
  | 'stop'
  | 'undo'
  | 'redo'
  | 'branches'
  | 'copy'
  | 'files'
  | 'help';

export interface KeyBinding {
  readonly command: KeyCommand;
  /** As printed on the key. */
  readonly keys: readonly string[];
  readonly meaning: string;
}

export const KEY_BINDINGS: readonly KeyBinding[] = [
  { command: 'play', keys: ['Space', '.'], meaning: 'Play or pause' },
  { command: 'event.previous', keys: ['←'], meaning: 'To the event before' },
  { command: 'event.next', keys: ['→'], meaning: 'To the next event' },
  { command: 'marker.previous', keys: ['Shift ←'], meaning: 'To the marker before' },
  { command: 'marker.next', keys: ['Shift →'], meaning: 'To the next marker' },
  { command: 'slower', keys: ['['], meaning: 'Slower' },
  { command: 'faster', keys: [']'], meaning: 'Faster' },
  { command: 'drop', keys: ['D'], meaning: 'Drop the connection at the playhead' },
  { command: 'refresh', keys: ['R'], meaning: 'Refresh the page at the playhead' },
  { command: 'tab', keys: ['T'], meaning: 'Open another tab at the playhead' },
  { command: 'phone', keys: ['P'], meaning: 'Open the phone at the playhead' },
  { command: 'stop', keys: ['S'], meaning: 'Press stop at the playhead' },
  { command: 'undo', keys: ['Z'], meaning: 'Undo' },
  { command: 'redo', keys: ['Shift Z'], meaning: 'Redo' },
  { command: 'branches', keys: ['B'], meaning: 'Open the branches: all that you tried' },
  { command: 'copy', keys: ['C'], meaning: 'Copy the link to this moment' },
  { command: 'files', keys: ['E'], meaning: 'Save or open files' },
  { command: 'help', keys: ['?'], meaning: 'Show the keys' },
];

/** Keys that belong to a flag or to the time axis, for the help only. */
export const TIMELINE_KEYS: readonly { readonly keys: readonly string[]; readonly meaning: string }[] = [
  { keys: ['←', '→'], meaning: 'Move the focused flag by 10 ms, with Shift by 100' },
  { keys: ['↑', '↓'], meaning: 'Go to another flag, with Shift to choose it as well' },
  { keys: ['Enter'], meaning: 'Change the focused flag' },
  { keys: ['Ctrl A'], meaning: 'Choose all flags' },
  { keys: ['Ctrl D'], meaning: 'Duplicate the chosen flags' },
  { keys: ['Delete'], meaning: 'Remove the chosen flags' },
  { keys: ['Alt'], meaning: 'Drag without snapping' },
  { keys: ['Shift'], meaning: 'Draw a rubber band on the track, click to choose several' },
  { keys: ['Escape'], meaning: 'Give up a drag, end a measure, choose nothing' },
  { keys: ['+', '−', '0'], meaning: 'Zoom in, out, and fit: as Ctrl with the wheel, a pinch, a double click' },
  { keys: ['Page ↑', 'Page ↓'], meaning: 'Pan by half of what is in sight: as Shift with the wheel' },
  { keys: ['M'], meaning: 'Measure from the playhead: as a drag along the axis' },
  { keys: ['\\'], meaning: 'Fold stretches in which nothing happens' },
];

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key press, `null` when it has none. Without `singleKeys` only the usual undo and redo chords are left. */
export function commandOf(press: KeyPress, singleKeys: boolean): KeyCommand | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    if (key === 'z' && !press.altKey) return press.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !press.altKey && !press.shiftKey ? 'redo' : null;
  }
  if (press.altKey || !singleKeys) return null;
  switch (key) {
    case ' ':
    case '.':
      return 'play';
    case 'ArrowLeft':
      return press.shiftKey ? 'marker.previous' : 'event.previous';
    case 'ArrowRight':
      return press.shiftKey ? 'marker.next' : 'event.next';
    case '[':
      return 'slower';
    case ']':
      return 'faster';
    case 'd':
      return 'drop';
    case 'r':
      return 'refresh';
    case 't':
      return 'tab';
    case 'p':
      return 'phone';
    case 's':
      return 'stop';
    case 'z':
      return press.shiftKey ? 'redo' : 'undo';
    case 'b':
      return 'branches';
    case 'c':
      return 'copy';
    case 'e':
      return 'files';
    case '?':
      return 'help';
    default:
      return null;
  }
}
