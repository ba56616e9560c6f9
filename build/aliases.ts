/**
 * The one table of import aliases: Vite and web-test-runner read it, `tsconfig.json` mirrors it
 * (`npm run check -- aliases` compares the two). Files that Node runs use no alias.
 */
export const ALIASES = {
  '@/modules/*': './modules/*/index.ts',
} as const;

/** The file, relative to the project, that an aliased specifier names; undefined when no alias fits. */
export function resolveAlias(specifier: string): string | undefined {
  for (const [pattern, target] of Object.entries(ALIASES)) {
    const [before = '', after = ''] = pattern.split('*');
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    const star = specifier.slice(before.length, specifier.length - after.length);
    if (star !== '' && !star.includes('/')) return target.replace('*', star);
  }
  return undefined;
}
