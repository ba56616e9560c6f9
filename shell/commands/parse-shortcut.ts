import type {Result} from '@openchoreo/portal-contract';

/** One key with what is held down beside it. */
export interface Chord {
  /** As `KeyboardEvent.key` says it; letters small. */
  readonly key: string;
  /** Ctrl, on a Mac ⌘. */
  readonly mod: boolean;
  readonly shift: boolean;
}

const NAMED: readonly string[] = ['Enter'];
/** What no browser, no system and no screen reader takes for itself, on any of the three systems. */
const FREE_WITH_MOD: readonly string[] = ['Enter', '.', '/', ';', "'", '\\'];
const FREE_WITH_MOD_AND_SHIFT: readonly string[] = [...FREE_WITH_MOD, 'f', 'l', 'u'];

/**
 * Reads a shortcut as commands write it: `G C`, `N`, `Shift+N`, `Mod+Enter`, `Mod+Shift+F`. The error says why one
 * cannot be used: it is none, or somebody else's.
 */
export function parseShortcut(text: string): Result<readonly Chord[], string> {
  const chords: Chord[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const chord = parseChord(part);
    if (!chord.ok) return chord;
    chords.push(chord.value);
  }
  if (chords.length > 2) return refuse('it is longer than two keys');
  if (chords.length > 1 && chords.some(({mod}) => mod)) return refuse('a sequence is of keys without Mod');
  return {ok: true, value: chords};
}

/** Whether it can be pressed by mistake while speaking or typing: those can be switched off (WCAG 2.1.4). */
export function isSingleKeys(chords: readonly Chord[]): boolean {
  return chords.every(({mod}) => !mod);
}

function parseChord(text: string): Result<Chord, string> {
  const names = text.split('+');
  const name = names.pop() ?? '';
  const held = names.map((one) => one.toLowerCase());
  if (held.includes('alt')) return refuse('Alt belongs to menus, to letters of other keyboards and to screen readers');
  const unknown = held.find((one) => one !== 'mod' && one !== 'shift');
  if (unknown !== undefined) return refuse(`'${unknown}' is neither Mod nor Shift`);
  const key = NAMED.includes(name) ? name : name.toLowerCase();
  if (key.length !== 1 && !NAMED.includes(key)) return refuse(`'${name}' is not one letter, digit or sign`);
  const mod = held.includes('mod');
  const shift = held.includes('shift');
  if (shift && key.length === 1 && !isLetter(key)) return refuse('Shift goes with letters only');
  if (!mod && !/^[a-z0-9?.,;/]$/.test(key)) return refuse('this key alone works the page');
  const free = shift ? FREE_WITH_MOD_AND_SHIFT : FREE_WITH_MOD;
  if (mod && !free.includes(key)) return refuse('browsers, systems or the portal use it for something else');
  return {ok: true, value: {key, mod, shift}};
}

/** Other signs need Shift on some keyboards and not on others. */
export function isLetter(key: string): boolean {
  return /^\p{Letter}$/u.test(key);
}

function refuse(error: string): {ok: false; error: string} {
  return {ok: false, error};
}
