import type {Plugin} from 'vite';
import {listReact, toFacadeSource} from './facades.ts';

const PREFIX = 'portal-facade:';

/**
 * React for modules built elsewhere while developing: Vite serves CommonJS libraries with a default export only, which
 * it knows of its own files and nobody else does.
 */
export function devFacades(root: string): Plugin {
  return {
    name: 'portal:dev-facades',
    apply: 'serve',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      const facade = listReact(root).find(({specifier}) => id === `\0${PREFIX}${specifier}`);
      return facade && toFacadeSource(facade);
    },
  };
}

/** Where the development server has a shared library. */
export function toDevAddress(specifier: string, isCommonJs: boolean): string {
  return `/@id/${isCommonJs ? PREFIX : ''}${specifier}`;
}
