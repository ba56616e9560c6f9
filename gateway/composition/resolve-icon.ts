import type {IconNode} from '@openchoreo/portal-contract';
import {IconNames} from './icon-names.ts';

/** Draws icons by their lucide name, `trending-up` or `TrendingUp`; each is read once. An unknown name draws nothing. */
export class IconSource {
  readonly #names = new IconNames();
  readonly #icons = new Map<string, Promise<readonly IconNode[] | undefined>>();

  resolve(name: string | undefined): Promise<readonly IconNode[] | undefined> {
    if (name === undefined || !/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)$/.test(name))
      return Promise.resolve(undefined);
    const known = this.#icons.get(name) ?? this.#load(name);
    this.#icons.set(name, known);
    return known;
  }

  /** The component name that is most like this one. */
  findNearest(component: string): Promise<string | undefined> {
    return this.#names.findNearest(component);
  }

  async #load(name: string): Promise<readonly IconNode[] | undefined> {
    const file = /^[A-Z]/.test(name) ? await this.#names.toFile(name) : name;
    return file === undefined ? undefined : load(file);
  }
}

async function load(file: string): Promise<readonly IconNode[] | undefined> {
  try {
    // One file each: lucide's index would read all of its four thousand.
    const icon = (await import(`lucide/dist/esm/icons/${file}.mjs`)) as {default: readonly IconNode[]};
    return icon.default;
  } catch {
    return undefined; // an icon that lucide does not have: the label alone is shown
  }
}
