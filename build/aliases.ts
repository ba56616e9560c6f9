import {join} from 'node:path';
import type {Alias} from 'vite';

/**
 * The one table of import aliases: Vite and web-test-runner read it, `tsconfig.json` mirrors it
 * (`npm run check` compares the two). Files that Node runs use no alias.
 */
export const ALIASES: Readonly<Record<string, string>> = {
  '@/modules/*': './modules/*/index.ts',
};

/** The file, relative to the project, that an aliased specifier names; undefined when no alias fits. */
export function resolveAlias(specifier: string): string | undefined {
  for (const [pattern, target] of Object.entries(ALIASES)) {
    const star = toRegExp(pattern).exec(specifier)?.[1];
    if (star !== undefined) return target.replace('*', star);
  }
  return undefined;
}

export function toViteAliases(root: string): Alias[] {
  return Object.entries(ALIASES).map(([pattern, target]) => ({
    find: toRegExp(pattern),
    replacement: join(root, target.replace('*', '$1')),
  }));
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace('*', '([^/]+)')}$`);
}
