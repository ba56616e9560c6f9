import type {CompiledMessages, Fault, ModuleManifest} from '@openchoreo/portal-contract';
import {compileMessageOrThrow} from '@lingui/message-utils/compileMessage';
import {toFilePath} from './file-path.ts';
import type {ModuleFiles} from './read-module-folder.ts';

export interface ReadMessages {
  readonly messages: Readonly<Record<string, CompiledMessages>>;
  readonly faults: readonly Fault[];
}

/** The catalogues that the manifest names: what is text is compiled, what a build has compiled is taken as it is. */
export function readMessages({messages: named = {}}: ModuleManifest, files: ModuleFiles): ReadMessages {
  const faults: Fault[] = [];
  const messages: Record<string, CompiledMessages> = {};
  for (const [locale, entry] of Object.entries(named)) {
    const bytes = files.get(toFilePath(entry) ?? '');
    if (bytes === undefined) continue; // named with the other files that are missing
    const data = parseJson(bytes);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      faults.push({path: `messages.${locale}`, found: `'${entry}', which is no JSON object`, expected: 'texts by key'});
      continue;
    }
    messages[locale] = Object.fromEntries(Object.entries(data).map(([key, text]) => [key, compile(locale, key, text)]));
  }
  return {messages, faults};

  function compile(locale: string, key: string, text: unknown): string | readonly unknown[] {
    if (Array.isArray(text)) return text;
    try {
      if (typeof text === 'string') return compileMessageOrThrow(text);
    } catch {
      // named below, as what is no text at all is
    }
    faults.push({path: `messages.${locale}.${key}`, found: JSON.stringify(text), expected: 'a message in ICU syntax'});
    return '';
  }
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return undefined; // whoever asks says that it is no JSON
  }
}
