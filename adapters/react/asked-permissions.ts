import type {Dispose, Host, Permission} from '@openchoreo/portal-contract';

/** The questions that the components of one root put while they rendered: an answer that changes renders them again. */
export interface AskedPermissions {
  /** Whether the user may, in the current selection; false while it is being asked. */
  has(action: Permission): boolean;
  readonly stop: Dispose;
}

export function createAskedPermissions(host: Host, onChange: () => void): AskedPermissions {
  const answers = new Map<Permission, {get(): boolean | undefined; readonly stop: Dispose}>();

  return {
    has(action) {
      const asked = answers.get(action);
      if (asked) return asked.get() ?? false;
      const answer = host.permissions.watch(action);
      answers.set(action, {get: () => answer.get(), stop: answer.listen(onChange)});
      return answer.get() ?? false;
    },
    stop() {
      for (const {stop} of answers.values()) stop();
      answers.clear();
    },
  };
}
