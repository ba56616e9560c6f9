/** One or two letters for the picture of a person: of the first and the last word of the name. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [words[0], words.at(-1)] : words;
  return initials.map(toInitial).join('') || '?';
}

function toInitial(word = ''): string {
  // A letter with the marks on it. `Intl.Segmenter` would know more scripts, but starting it costs a slow machine 100 ms.
  return /^.\p{M}*/u.exec(word)?.[0].toLocaleUpperCase() ?? '';
}
