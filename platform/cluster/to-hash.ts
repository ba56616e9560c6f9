/** A number of 32 bits that is the same for the same three, and looks like chance. Cheap enough for every line. */
export function toHash(seed: number, first: number, second: number): number {
  let hash = seed ^ Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return (hash ^ (hash >>> 15)) >>> 0;
}
