import {z} from 'zod';

/** What the token says of the caller. `groups` makes a person; without it, the caller is a service account. */
export interface TokenClaims {
  readonly sub: string;
  readonly username?: string | undefined;
  readonly given_name?: string | undefined;
  readonly family_name?: string | undefined;
  readonly email?: string | undefined;
  readonly groups?: readonly string[] | undefined;
}

export const subjectSchema = z.object({
  type: z.enum(['user', 'service_account']),
  entitlement_claim: z.string().min(1),
  entitlement_values: z.array(z.string()),
});

export type Subject = Readonly<z.infer<typeof subjectSchema>>;

export function toSubject({sub, groups}: TokenClaims): Subject {
  if (groups) return {type: 'user', entitlement_claim: 'groups', entitlement_values: [...groups]};
  return {type: 'service_account', entitlement_claim: 'sub', entitlement_values: [sub]};
}
