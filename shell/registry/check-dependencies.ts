import {PortalError, type ModuleHead, type ModuleManifest} from '@openchoreo/portal-contract';

/**
 * Walks what a module needs, and what those need. Throws `DEPENDENCY_CYCLE` with the circle by name, or
 * `DEPENDENCY_MISSING`; a module whose dependencies pass can wait for them without waiting for itself.
 */
export async function checkDependencies(
  id: string,
  find: (id: string) => ModuleHead | undefined,
  manifest: (head: ModuleHead) => Promise<ModuleManifest>,
): Promise<void> {
  const passed = new Set<string>();

  async function visit(current: string, trail: readonly string[]): Promise<void> {
    if (passed.has(current)) return;
    const head = find(current);
    if (!head) {
      const asker = trail.at(-1);
      throw asker === undefined
        ? new PortalError('MODULE_UNKNOWN', [current])
        : new PortalError('DEPENDENCY_MISSING', [asker, current]);
    }
    const {dependencies} = await manifest(head);
    for (const other of Object.keys(dependencies?.modules ?? {})) {
      const path = [...trail, current];
      const at = path.indexOf(other);
      if (at >= 0) throw new PortalError('DEPENDENCY_CYCLE', [[...path.slice(at), other].join(' → ')]);
      await visit(other, path);
    }
    passed.add(current);
  }

  await visit(id, []);
}
