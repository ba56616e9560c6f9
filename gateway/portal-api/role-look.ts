import type {PermissionProfile} from '@openchoreo/portal-contract';

export interface RoleLook {
  /** Whether the permissions are other than at the last look. */
  look(): Promise<boolean>;
  /** They have changed and that is known: the next look only sees how they are now. */
  forget(): void;
}

/** Notices a change of permissions that nobody tells of: one made past this gateway. */
export function createRoleLook(read: () => Promise<PermissionProfile>): RoleLook {
  let last: string | undefined;
  let round = 0;
  return {
    async look() {
      const begun = round;
      const now = JSON.stringify(await read());
      if (begun !== round) return false;
      const isOther = last !== undefined && last !== now;
      last = now;
      return isOther;
    },
    forget() {
      round += 1;
      last = undefined;
    },
  };
}
