const LONGEST = 63;

/** `{owner}-{hash}`, as the platform calls releases; a long owner is cut so that it stays a name. */
export function toReleaseName(owner: string, hash: string): string {
  return `${owner.slice(0, LONGEST - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}
