import {findNearest, PortalError} from '@openchoreo/portal-contract';

/** What engines and libraries ask any object for. */
const PROBES = new Set(['then', 'toJSON', 'default', 'nodeType', 'displayName', 'name', 'length', 'inspect']);

/**
 * The same object, but asking it for what it does not have throws `MEMBER_UNKNOWN` with the nearest there is, where
 * `undefined` would fail later and far away. `in` tells without throwing.
 */
export function guarded<T extends object>(members: T, path: string): T {
  return new Proxy(members, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target || PROBES.has(name) || /^[_$@]/.test(name)) {
        return Reflect.get(target, name, receiver) as unknown;
      }
      const nearest = findNearest(name, Object.keys(target));
      throw new PortalError('MEMBER_UNKNOWN', [`${path}${name}`, nearest === undefined ? 'none' : `${path}${nearest}`]);
    },
  });
}
