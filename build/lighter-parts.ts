import {MESSAGES} from '@openchoreo/portal-contract';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from 'vite';
import type {ReadModule} from './read-modules.ts';

/** Source files that are too much for a page that shows one element, and what stands in their place. */
const LIGHTER: Readonly<Record<string, (file: string) => string>> = {
  'shell/data/answers.ts': () => "export {ANSWERS} from '../embed/plain-answers.ts';",
  // Payloads of events are checked where modules are made and used first.
  'shell/schema/index.ts': () => 'export const compileSchema = () => () => [];',
  'contract/errors.ts': withoutSentences,
};

/**
 * Replaces source files by lighter ones: libraries that check what can be checked by hand, sentences that the catalogue
 * has, and a module's routes and manifest. A foreign page has no routes, and the manifest comes from the gateway: no page
 * is built once more.
 */
export function lighterParts(root: string, modules: readonly ReadModule[]): Plugin {
  const replaced = new Map([
    ...Object.entries(LIGHTER).map(([file, make]) => [join(root, file), make] as const),
    ...modules.flatMap(({plan: {folder}}) => [
      [join(folder, 'module.config.ts'), () => 'export default {};'] as const,
      [join(folder, 'routes/index.ts'), () => 'export const routes = {};'] as const,
    ]),
  ]);
  return {name: 'portal:lighter-parts', enforce: 'pre', load: (id) => replaced.get(id)?.(id)};
}

/** An error says its code alone: people read the sentence of the catalogue, which comes with the session. */
function withoutSentences(file: string): string {
  const codes = Object.entries(MESSAGES).map(([code, {length}]) => {
    const values = Array.from({length}, (_, index) => `v${index}: string`);
    return `${code}: (${values.join()}) => '${code}',`;
  });
  const source = readFileSync(file, 'utf8');
  const light = source.replace(
    /export const MESSAGES = \{.*?\n\} as const/s,
    `export const MESSAGES = {${codes.join('')}} as const`,
  );
  if (light === source) throw new Error(`${file} has no MESSAGES any more.`);
  return light;
}
