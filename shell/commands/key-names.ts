/** Whether the keyboard has ⌘ where others have Ctrl. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** The keys of a shortcut as they stand on the keyboard, one list for each key of a sequence: `[['Ctrl', 'K']]`. */
export function toKeyNames(keys: string, mac = isMac()): readonly (readonly string[])[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((chord) => chord.split('+').map((name) => toName(name, mac)));
}

function toName(name: string, mac: boolean): string {
  if (name.toLowerCase() === 'mod') return mac ? '⌘' : 'Ctrl';
  if (name.toLowerCase() === 'shift') return mac ? '⇧' : 'Shift';
  return name.length === 1 ? name.toUpperCase() : name;
}
