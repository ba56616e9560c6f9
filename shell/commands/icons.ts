import type {IconNode, PortalClient, ReadableStore} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';

export interface Icons {
  /** The drawn icon, as soon as it is there. */
  get(name: string | undefined): readonly IconNode[] | undefined;
  /** Fetches those that are not here yet, in one request. */
  load(names: readonly (string | undefined)[]): void;
  /** Counts up whenever icons came. */
  readonly version: ReadableStore<number>;
}

/** Icons by their names: which ones are needed is known at run time only. One that cannot be had draws nothing. */
export function createIcons(portal: PortalClient): Icons {
  const drawn = new Map<string, readonly IconNode[]>();
  const asked = new Set<string>();
  const $version = atom(0);

  return {
    version: $version,
    get: (name) => (name === undefined ? undefined : drawn.get(name)),
    load(names) {
      const wanted = [...new Set(names)].filter((name) => name !== undefined && !asked.has(name)).slice(0, 100);
      if (wanted.length === 0) return;
      for (const name of wanted) asked.add(name ?? '');
      portal
        .request(`/api/portal/icons?names=${wanted.join(',')}`)
        .then((answer) => {
          for (const [name, nodes] of Object.entries(answer as Record<string, readonly IconNode[]>)) {
            drawn.set(name, nodes);
          }
          $version.set($version.get() + 1);
        })
        .catch(() => {
          for (const name of wanted) asked.delete(name ?? '');
        });
    },
  };
}
