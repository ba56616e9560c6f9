export interface TextMatch {
  /** Less is better: 0 is the text itself. */
  readonly score: number;
  /** What matched, as `[start, end)` in the text. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/**
 * Whether the text answers what was typed: every word of it begins the text or a word, stands inside, or its letters come
 * one after the other (`cc` finds «Create component»). Case and accents do not count.
 */
export function matchText(typed: string, text: string): TextMatch | undefined {
  const folded = fold(text);
  let score = 0;
  const ranges: (readonly [number, number])[] = [];
  for (const word of typed.trim().split(/\s+/)) {
    const found = matchWord(fold(word).letters, folded);
    if (!found) return undefined;
    score += found.score;
    ranges.push(...found.positions.map((at) => toRange(folded, at)));
  }
  return {score: score + text.length / 1000, ranges: join(ranges)};
}

interface Folded {
  readonly letters: readonly string[];
  /** Of each letter, where it stands in the text. */
  readonly at: readonly number[];
  readonly end: number;
}

function fold(text: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  let index = 0;
  for (const letter of text) {
    for (const base of letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) {
      letters.push(base);
      at.push(index);
    }
    index += letter.length;
  }
  return {letters, at, end: index};
}

function matchWord(
  word: readonly string[],
  {letters}: Folded,
): {score: number; positions: readonly number[]} | undefined {
  if (word.length === 0) return {score: 0, positions: []};
  const starts = [...letters.keys()].filter((index) => beginsAt(letters, word, index));
  const first = starts.find((index) => isWordStart(letters, index)) ?? starts[0];
  if (first !== undefined) {
    const whole = first === 0 && word.length === letters.length;
    const score = whole ? 0 : first === 0 ? 1 : isWordStart(letters, first) ? 2 : 4;
    return {score, positions: word.map((_, offset) => first + offset)};
  }
  return matchScattered(word, letters);
}

/** One after the other, at beginnings of words where that is possible; not over more than a few times its length. */
function matchScattered(word: readonly string[], letters: readonly string[]): ReturnType<typeof matchWord> {
  const positions: number[] = [];
  for (const letter of word) {
    const from = (positions.at(-1) ?? -1) + 1;
    const isNext = letters[from] === letter && positions.length > 0;
    const atWord = letters.findIndex((one, index) => index >= from && one === letter && isWordStart(letters, index));
    const found = isNext ? from : atWord >= 0 ? atWord : letters.indexOf(letter, from);
    if (found < 0) return undefined;
    positions.push(found);
  }
  const begun = positions.filter((index) => isWordStart(letters, index)).length;
  const span = (positions.at(-1) ?? 0) - (positions[0] ?? 0);
  const isInitials = begun === word.length;
  if (!isInitials && (begun === 0 || span > word.length * 4)) return undefined;
  return {score: isInitials ? 3 : 6 + span / word.length, positions};
}

function beginsAt(letters: readonly string[], word: readonly string[], index: number): boolean {
  return word.every((letter, offset) => letters[index + offset] === letter);
}

function isWordStart(letters: readonly string[], index: number): boolean {
  return index === 0 || !/[\p{Letter}\p{Number}]/u.test(letters[index - 1] ?? '');
}

function toRange({at, end}: Folded, index: number): readonly [number, number] {
  const start = at[index] ?? end;
  return [start, at.slice(index).find((other) => other > start) ?? end];
}

/** In order, with what touches made one. */
function join(ranges: readonly (readonly [number, number])[]): TextMatch['ranges'] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
