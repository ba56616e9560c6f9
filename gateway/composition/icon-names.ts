import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {findNearest} from '@openchoreo/portal-contract';

/** The component names that lucide has for its icons, older ones included; its table is read when the first is asked for. */
export class IconNames {
  #files: Promise<ReadonlyMap<string, string>> | undefined;

  /** The file of an icon by its component name, `trending-up` for `TrendingUp`, `TrendingUpIcon` or `LucideTrendingUp`. */
  async toFile(component: string): Promise<string | undefined> {
    const files = await this.#read();
    return files.get(component) ?? files.get(component.replace(/^Lucide(?=[A-Z])/, '').replace(/(.)Icon$/, '$1'));
  }

  /** The component name that is most like this one. */
  async findNearest(component: string): Promise<string | undefined> {
    return findNearest(component, [...(await this.#read()).keys()]);
  }

  #read(): Promise<ReadonlyMap<string, string>> {
    this.#files ??= readNames();
    return this.#files;
  }
}

/** Lucide's own table, read as text, since running it would read all of its files. */
async function readNames(): Promise<ReadonlyMap<string, string>> {
  const table = createRequire(import.meta.url).resolve('lucide/dist/esm/iconsAndAliases.mjs');
  const lines = (await readFile(table, 'utf8')).matchAll(/export \{ (.+?) \} from '\.\/icons\/([\w-]+)\.mjs'/g);
  return new Map(
    [...lines].flatMap(([, names = '', file = '']) =>
      names.split(', ').map((name) => [name.replace('default as ', ''), file] as const),
    ),
  );
}
