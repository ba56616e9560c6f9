/** The path to go to after signing in: one of this portal's own pages, `/` for anything else. */
export function toReturnPath(wanted: string | null | undefined, publicUrl: string): string {
  if (!wanted || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted) || !URL.canParse(wanted, publicUrl)) return '/';
  const {origin, pathname, search, hash} = new URL(wanted, publicUrl);
  if (origin !== publicUrl) return '/';
  // `/.//evil.example` is one of our own addresses whose path, taken alone, is not.
  if (pathname.startsWith('//')) return '/';
  if (pathname.startsWith('/auth/') && pathname !== '/auth/signed-in') return '/';
  return `${pathname}${search}${hash}`;
}
