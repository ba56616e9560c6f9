/** One or two letters for the picture of a person: of the first and the last word of the name. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [words[0], words.at(-1)] : words;
  return initials.map(toInitial).join('') || '?';
}

function toInitial(word = ''): string {
  // The first letter as people see it, which may be several code units.
  const [first] = new Intl.Segmenter().segment(word);
  return first?.segment.toLocaleUpperCase() ?? '';
}
