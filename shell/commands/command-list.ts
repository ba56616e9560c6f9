import {
  findNearest,
  PortalError,
  type ModuleHead,
  type ModuleManifest,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {atom, onMount} from 'nanostores';
import type {Manifests} from '../registry/manifests.ts';
import type {Registry} from '../registry/registry.ts';
import type {Command} from './command.ts';
import {contributionsOf} from './contributions-of.ts';

const POINT = 'portal.commands';

export interface CommandList {
  /** Every command; fetches the manifests of modules that contribute some, while somebody follows it. Never code. */
  readonly all: ReadableStore<readonly Command[]>;
  /** Fetches the owner's manifest only. Rejects with `COMMAND_UNKNOWN`, which names the one that is most like it. */
  find(id: string): Promise<Command>;
  /** What is known now. */
  known(): readonly Command[];
}

export interface CommandListOptions {
  readonly registry: Pick<Registry, 'all' | 'find'>;
  readonly manifests: Manifests;
  /** In the language in use. */
  readonly shellCommands: () => readonly Command[];
  readonly report: (module: string, error: unknown) => void;
}

/** The commands of the shell and of all modules of this tab. */
export function createCommandList(options: CommandListOptions): CommandList {
  const {registry, manifests, shellCommands, report} = options;
  const contributors = (): readonly ModuleHead[] =>
    registry.all.get().flatMap(({head}) => (head.contributes?.includes(POINT) ? [head] : []));

  function known(): readonly Command[] {
    const declared = contributors().flatMap((head) => {
      const manifest = manifests.known(head);
      return manifest ? toCommands(head, manifest) : [];
    });
    return [...shellCommands(), ...declared];
  }

  const $all = atom<readonly Command[]>([]);
  onMount($all, () => {
    const update = (): void => $all.set(known());
    const asked = new Set<string>();
    const follow = (): void => {
      update();
      for (const head of contributors()) {
        if (manifests.known(head) || asked.has(head.manifest)) continue;
        asked.add(head.manifest);
        manifests.get(head).then(update, (error: unknown) => report(head.id, error));
      }
    };
    follow();
    return registry.all.listen(follow);
  });

  return {
    all: $all,
    known,
    async find(id) {
      const head = registry.find(id.split('.')[0] ?? '')?.head;
      if (head?.contributes?.includes(POINT)) await manifests.get(head);
      const commands = known();
      const found = commands.find((command) => command.id === id);
      if (found) return found;
      const nearest = findNearest(
        id,
        commands.map((command) => command.id),
      );
      throw new PortalError('COMMAND_UNKNOWN', [id, nearest ?? '–']);
    },
  };
}

function toCommands(head: ModuleHead, manifest: ModuleManifest): readonly Command[] {
  return contributionsOf(manifest, POINT).flatMap((data): readonly Command[] => {
    const {id, title, path, handler, perspective, permissions = []} = data;
    const action: Command['action'] | undefined = handler
      ? {kind: 'handler', head, ...handler}
      : path === undefined
        ? undefined
        : {kind: 'page', path};
    if (!action) return [];
    return [
      {
        id: `${head.id}.${id}`,
        title,
        data,
        perspective: perspective ?? head.perspective,
        permissions: [...(head.permissions ?? []), ...permissions],
        action,
      },
    ];
  });
}
