import {compileMessageOrThrow} from '@lingui/message-utils/compileMessage';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {BuildFault} from './fault.ts';

/** One locale's catalogue, ready to be written: `fileName` carries the hash of the content. */
export interface CompiledCatalogue {
  readonly locale: string;
  readonly fileName: string;
  readonly source: string;
  readonly keys: readonly string[];
}

export interface Catalogues {
  readonly catalogues: readonly CompiledCatalogue[];
  readonly faults: readonly BuildFault[];
}

/**
 * Compiles `<folder>/<locale>.json`: flat, ICU text by key. Every locale must have the same keys; a message that ICU
 * cannot read, a missing and a surplus key are faults of `owner`. No folder means no catalogue. What code says in English
 * by itself (`inCode`, by key) has its messages in the other locales only.
 */
export function compileCatalogues(
  folder: string,
  owner: string,
  inCode: (key: string) => boolean = () => false,
): Catalogues {
  if (!existsSync(folder)) return {catalogues: [], faults: []};
  const faults: BuildFault[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort(); // prettier-ignore
  const read = files.map((file) => ({file, messages: readMessages(join(folder, file), owner, faults)}));
  const all = new Set(read.flatMap(({messages}) => Object.keys(messages)));
  const catalogues = read.map(({file, messages}) => {
    for (const key of all) {
      const isSaidByCode = file === 'en.json' && inCode(key);
      if (Object.hasOwn(messages, key) !== isSaidByCode) continue;
      faults.push({
        module: owner,
        path: `messages/${file} ${key}`,
        found: isSaidByCode ? 'a message' : 'nothing',
        expected: isSaidByCode ? 'nothing: code says this in English' : 'a message, as in the other locales',
      });
    }
    return compile(file, messages, owner, faults);
  });
  return {catalogues, faults};
}

function readMessages(file: string, owner: string, faults: BuildFault[]): Readonly<Record<string, string>> {
  const fault = (path: string, found: string, expected: string): void => {
    faults.push({module: owner, path: `messages/${file.split('/').at(-1)}${path}`, found, expected});
  };
  try {
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new TypeError('not an object');
    const messages = Object.entries(data).filter(([key, text]) => {
      if (typeof text !== 'string') fault(` ${key}`, typeof text, 'a text; catalogues are flat');
      return typeof text === 'string';
    });
    return Object.fromEntries(messages);
  } catch (error) {
    fault('', String(error), 'a JSON object of texts');
    return {};
  }
}

function compile(
  file: string,
  messages: Readonly<Record<string, string>>,
  owner: string,
  faults: BuildFault[],
): CompiledCatalogue {
  const keys = Object.keys(messages).sort();
  const compiled = keys.map((key) => {
    const text = messages[key] ?? '';
    try {
      return [key, compileMessageOrThrow(text)];
    } catch {
      const path = `messages/${file} ${key}`;
      faults.push({module: owner, path, found: JSON.stringify(text), expected: 'a message in ICU syntax'});
      return [key, text];
    }
  });
  const source = JSON.stringify(Object.fromEntries(compiled));
  const locale = file.replace(/[.]json$/, '');
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return {locale, fileName: `messages.${locale}-${hash}.json`, source, keys};
}
