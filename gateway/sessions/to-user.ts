import type {User} from '@openchoreo/portal-contract';

/** The person a token speaks of, as far as it does. */
export function toUser(claims: {readonly sub: string; readonly [claim: string]: unknown}): User {
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const full = [text('given_name'), text('family_name')].filter((part) => part !== undefined).join(' ');
  const name = text('name') ?? (full || (text('username') ?? text('preferred_username') ?? claims.sub));
  const groups = Array.isArray(claims['groups']) ? claims['groups'].filter((one) => typeof one === 'string') : [];
  const email = text('email');
  return {id: claims.sub, name, groups, ...(email === undefined ? {} : {email})};
}
