import {matchText, type TextMatch} from './match-text.ts';
import type {PaletteItem} from './palette-item.ts';

/** The items that answer what was typed, best first, with the parts of their titles that do. */
export function matchItems(
  typed: string,
  items: readonly PaletteItem[],
): {readonly items: readonly PaletteItem[]; readonly best: number} {
  const found = items
    .flatMap((item) => {
      const match = matchItem(typed, item);
      return match ? [{item: {...item, ranges: match.ranges}, score: match.score}] : [];
    })
    .sort((a, b) => a.score - b.score);
  return {items: found.map(({item}) => item), best: found[0]?.score ?? Infinity};
}

/** By its title, else by title and category together, by what stands below it, or by its keywords. */
function matchItem(typed: string, {title, category, subtitle, keywords = []}: PaletteItem): TextMatch | undefined {
  const direct = matchText(typed, title);
  if (direct) return direct;
  const others = [category && `${category} ${title}`, subtitle, ...keywords];
  const scores = others.flatMap((text) => (text ? (matchText(typed, text)?.score ?? []) : []));
  return scores.length > 0 ? {score: Math.min(...scores) + 1, ranges: []} : undefined;
}
