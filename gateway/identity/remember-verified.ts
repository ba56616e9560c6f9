import type {JWTPayload} from 'jose';

/** Milliseconds a good token is believed without checking its signature again. */
const MAX_AGE = 10_000;
const MAX_TOKENS = 200;

/** Checks each token once for a while: one page asks the platform several times with the same one. */
export function rememberVerified<C extends JWTPayload>(
  verify: (token: string) => Promise<C>,
  now: () => number = Date.now,
): (token: string) => Promise<C> {
  const known = new Map<string, {readonly claims: Promise<C>; readonly until: number}>();
  return async (token) => {
    const found = known.get(token);
    if (found !== undefined && found.until > now()) {
      const claims = await found.claims;
      if ((claims.exp ?? Infinity) * 1000 > now()) return claims;
    }
    for (const [old, {until}] of known) if (until <= now() || known.size >= MAX_TOKENS) known.delete(old);
    const claims = verify(token);
    known.set(token, {claims, until: now() + MAX_AGE});
    claims.catch(() => known.delete(token));
    return claims;
  };
}
