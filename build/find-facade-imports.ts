import {FACADES_FOLDER} from './facades.ts';
import type {Chunks} from './preloads.ts';

const isFacade = (file: string): boolean => file.startsWith(`${FACADES_FOLDER}/`);

/**
 * Built files that are no façades and import one statically: `a.js → assets/lib/react.js`. The façades' folder is renamed
 * when everything is bundled, so such an import would name a file that is not there.
 */
export function findFacadeImports(chunks: Chunks): readonly string[] {
  return Object.values(chunks)
    .filter(({fileName}) => !isFacade(fileName))
    .flatMap(({fileName, imports}) => imports.filter(isFacade).map((imported) => `${fileName} → ${imported}`));
}
