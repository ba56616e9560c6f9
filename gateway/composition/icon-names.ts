import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {findNearest} from '@openchoreo/portal-contract';

let known: Promise<ReadonlyMap<string, string>> | undefined;

/** The file of an icon by its component name, `trending-up` for `TrendingUp`; older names and `LucideTrendingUp`, too. */
export async function toIconFile(component: string): Promise<string | undefined> {
  const files = await readNames();
  return files.get(component) ?? files.get(component.replace(/^Lucide(?=[A-Z])/, '').replace(/(.)Icon$/, '$1'));
}

/** The component name that is most like this one. */
export async function findNearestIcon(component: string): Promise<string | undefined> {
  return findNearest(component, [...(await readNames()).keys()]);
}

/** Component names and files: lucide's own table, read as text, since running it would read all of its files. */
function readNames(): Promise<ReadonlyMap<string, string>> {
  known ??= (async () => {
    const table = createRequire(import.meta.url).resolve('lucide/dist/esm/iconsAndAliases.mjs');
    const lines = (await readFile(table, 'utf8')).matchAll(/export \{ (.+?) \} from '\.\/icons\/([\w-]+)\.mjs'/g);
    return new Map(
      [...lines].flatMap(([, names = '', file = '']) =>
        names.split(', ').map((name) => [name.replace('default as ', ''), file] as const),
      ),
    );
  })();
  return known;
}
