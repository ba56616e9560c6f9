import type {Plugin} from 'vite';
import {FACADES_FOLDER} from './facades.ts';

const FOLDER = FACADES_FOLDER.split('/').at(-1) ?? '';
const FOR_EFFECTS = new RegExp(`import\\s*["'](?:[.]{1,2}/)+(?:assets/)?${FOLDER}/[^"']+["'];?`, 'g');

const isFacade = (file: string): boolean => file.startsWith(`${FACADES_FOLDER}/`);
/** What an import of the façade ends with, however deep the file is that has it. */
const toEnd = (facade: string): string => `/${FOLDER}/${facade.slice(FACADES_FOLDER.length + 1)}"`;

/**
 * A Vite plugin that takes façades out of files that name one for its effects alone, which is what is left where a door
 * has exports that only its façade offers. A façade has no effects, and its address is not final yet.
 */
export function leaveFacadesOut(): Plugin {
  return {
    name: 'portal:leave-facades-out',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || isFacade(file.name)) continue;
        file.code = file.code.replaceAll(FOR_EFFECTS, '');
        // The bundler names some that the code does not. What the code still imports stops the build.
        const {code} = file;
        file.imports = file.imports.filter((imported) => !isFacade(imported) || code.includes(toEnd(imported)));
      }
    },
  };
}
