import {
  showsIn,
  type IconNode,
  type ModuleHead,
  type NavigationHead,
  type Permission,
  type Perspective,
} from '@openchoreo/portal-contract';

/** A page of the navigation, of either perspective. */
export interface PageChoice {
  readonly title: string;
  /** Titles of the items above it. */
  readonly above: readonly string[];
  readonly icon?: readonly IconNode[] | undefined;
  /** With the perspective to switch to, where it is of the other one. */
  readonly path: string;
  readonly other?: Perspective;
}

/** The pages the person may open, those of the perspective first; each path once. */
export function listPages(
  heads: readonly ModuleHead[],
  perspective: Perspective,
  has: (action: Permission) => boolean,
): readonly PageChoice[] {
  const may = (wanted: readonly Permission[] = []): boolean => wanted.every((action) => has(action));

  function collect(
    items: readonly NavigationHead[],
    head: ModuleHead,
    above: readonly string[],
  ): readonly PageChoice[] {
    return items
      .filter(({permissions}) => may(permissions))
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .flatMap((item) => {
        const {label, icon, path, children = []} = item;
        const target = [item.perspective, head.perspective].find((one) => !showsIn(one, perspective));
        const other = target === undefined || target === 'both' ? undefined : target;
        const below = collect(children, head, [...above, label]);
        if (path === undefined) return below;
        return [{title: label, above, icon, path: toPath(path, other), ...(other && {other})}, ...below];
      });
  }

  const all = heads.flatMap((head) => (may(head.permissions) ? collect(head.navigation ?? [], head, []) : []));
  const here = all.filter(({other}) => !other);
  const paths = new Set(here.map(({path}) => path));
  return [...here, ...all.filter(({other, path}) => other && !paths.has(path.split('?')[0] ?? ''))];
}

function toPath(path: string, other: Perspective | undefined): string {
  return other ? `${path}${path.includes('?') ? '&' : '?'}perspective=${other}` : path;
}
