import type {Plugin} from 'vite';
import {FACADES_FOLDER} from './facades.ts';

const FOLDER = FACADES_FOLDER.split('/').at(-1) ?? '';
const FOR_EFFECTS = new RegExp(`import\\s*["'](?:[.]{1,2}/)+(?:assets/)?${FOLDER}/[^"']+["'];?`, 'g');

/**
 * A Vite plugin that takes façades out of files that name one for its effects alone, which is what is left where a door
 * has exports that only its façade offers. A façade has no effects, and its address is not final yet.
 */
export function leaveFacadesOut(): Plugin {
  return {
    name: 'portal:leave-facades-out',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.name.startsWith(`${FACADES_FOLDER}/`)) continue;
        file.code = file.code.replaceAll(FOR_EFFECTS, '');
        file.imports = file.imports.filter((imported) => !imported.startsWith(`${FACADES_FOLDER}/`));
      }
    },
  };
}
