import {editDistance} from './edit-distance.ts';

/** The candidate that takes the fewest changed letters to become the text; none when all are quite different. */
export function findNearest(text: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({candidate, distance: editDistance(text, candidate)}))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, text.length / 2) ? best.candidate : undefined;
}
