/** Keys of a talk: what clickers send, and what hands on a keyboard expect. */

export type ClickerCommand = 'next' | 'back' | 'first' | 'last' | 'blank' | 'freeze' | 'timer' | 'close' | 'help';

export interface ClickerKey {
  readonly keys: readonly string[];
  /** As a person would name them. */
  readonly shown: readonly string[];
  readonly command: ClickerCommand;
  readonly says: string;
  /** A single character, which can be switched off (WCAG 2.1.4). */
  readonly isCharacter: boolean;
}

export const CLICKER_KEYS: readonly ClickerKey[] = [
  {
    keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'],
    shown: ['Page Down', '→', '↓', 'Space', 'Enter'],
    command: 'next',
    says: 'Next; lights a dark screen first',
    isCharacter: false,
  },
  {
    keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'],
    shown: ['Page Up', '←', '↑', 'Backspace'],
    command: 'back',
    says: 'Back',
    isCharacter: false,
  },
  { keys: ['Home'], shown: ['Home'], command: 'first', says: 'To the title', isCharacter: false },
  { keys: ['End'], shown: ['End'], command: 'last', says: 'To the end', isCharacter: false },
  { keys: ['.', 'b'], shown: ['.', 'B'], command: 'blank', says: 'Dark screen, and back', isCharacter: true },
  {
    keys: ['f'],
    shown: ['F'],
    command: 'freeze',
    says: 'Keep the audience where it is while you look ahead',
    isCharacter: true,
  },
  { keys: ['t'], shown: ['T'], command: 'timer', says: 'Start or stop the timer', isCharacter: true },
  { keys: ['Escape'], shown: ['Esc'], command: 'close', says: 'Close what lies over the view', isCharacter: false },
  { keys: ['?'], shown: ['?'], command: 'help', says: 'These keys', isCharacter: true },
];

/** `null` for keys that a talk leaves alone. */
export function clickerCommand(key: string, areCharactersOn: boolean): ClickerCommand | null {
  const found = CLICKER_KEYS.find(({ keys }) => keys.includes(key) || keys.includes(key.toLowerCase()));
  return found === undefined || (found.isCharacter && !areCharactersOn) ? null : found.command;
}
