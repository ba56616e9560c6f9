import type {Explanation} from '@openchoreo/portal-contract';

/** The full id, `<module>.<id>`, of what is a command. */
export function toCommandId({module, point, key}: Pick<Explanation, 'module' | 'point' | 'key'>): string | undefined {
  return point === 'portal.commands' ? `${module}.${key.split('/').at(-1)}` : undefined;
}
