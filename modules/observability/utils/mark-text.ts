/** A text in pieces: what is looked for, and what is around it. Regard to case is not had, as with the observer. */
export function markText(text: string, phrase: string): readonly {readonly text: string; readonly isMatch: boolean}[] {
  if (phrase === '') return [{text, isMatch: false}];
  const escaped = phrase.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text
    .split(new RegExp(`(${escaped})`, 'gi'))
    .map((piece, index) => ({text: piece, isMatch: index % 2 === 1}))
    .filter((piece) => piece.text !== '');
}
