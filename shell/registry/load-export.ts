import {PortalError, type ModuleHead} from '@openchoreo/portal-contract';

export type Importer = (url: string) => Promise<Readonly<Record<string, unknown>>>;

/** Gets one export of one of a module's files. */
export type LoadExport = (head: ModuleHead, entry: string, name: string) => Promise<unknown>;

/**
 * Loads files of modules, each once; entries are relative to the manifest's address. A file that failed is asked for
 * again under another address: engines keep the failure of an address for the life of the page.
 */
export function createLoadExport(importFile: Importer = (url) => import(/* @vite-ignore */ url)): LoadExport {
  const files = new Map<string, Promise<Readonly<Record<string, unknown>>>>();
  const failures = new Map<string, number>();

  return async (head, entry, name) => {
    const url = new URL(entry, new URL(head.manifest, location.origin)).href;
    const attempt = failures.get(url) ?? 0;
    const file = files.get(url) ?? importFile(attempt === 0 ? url : `${url}?retry=${attempt}`);
    files.set(url, file);
    try {
      const exports = await file;
      if (name in exports) return exports[name];
    } catch (cause) {
      if (files.get(url) === file) {
        files.delete(url);
        failures.set(url, attempt + 1);
      }
      throw new PortalError('MODULE_LOAD_FAILED', [head.id], {cause});
    }
    throw new PortalError('PAGE_EXPORT_INVALID', [head.id, `${entry} (${name})`]);
  };
}
