import type {Policy} from './policy.ts';
import type {Subject} from './subject.ts';

export type LoadPolicies = (subject: Subject) => Promise<readonly Policy[]>;

/** Also the longest that a change made through another process is not seen, in milliseconds. */
const MAX_AGE = 500;
const MAX_SUBJECTS = 1000;

export interface RememberedPolicies {
  readonly load: LoadPolicies;
  /** To be called after every change of a role or a binding: the next request reads anew. */
  forget(): void;
}

/** One page asks half a dozen times in a row: the policies of a subject are read once for all of them. */
export function rememberPolicies(load: LoadPolicies, now: () => number = () => performance.now()): RememberedPolicies {
  const remembered = new Map<string, {readonly until: number; readonly policies: Promise<readonly Policy[]>}>();

  return {
    load(subject) {
      const key = JSON.stringify([subject.type, subject.entitlement_claim, subject.entitlement_values]);
      const known = remembered.get(key);
      if (known && known.until > now()) return known.policies;
      if (remembered.size >= MAX_SUBJECTS) remembered.clear();
      const policies = load(subject);
      const entry = {until: now() + MAX_AGE, policies};
      remembered.set(key, entry);
      policies.catch(() => {
        if (remembered.get(key) === entry) remembered.delete(key);
      });
      return policies;
    },
    forget: () => remembered.clear(),
  };
}
