import type {ModuleManifest} from './manifest.ts';

const REFERENCE = /^%([\w.-]+)%$/;

/**
 * The manifest with every `%key%` string replaced by its message. A key the catalogue lacks stays visible as the key,
 * so that a gap is seen and nothing is empty.
 */
export function localizeManifest(
  manifest: ModuleManifest,
  messages: Readonly<Record<string, unknown>>,
): ModuleManifest {
  return replace(manifest, messages) as ModuleManifest;
}

function replace(value: unknown, messages: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === 'string') {
    const key = REFERENCE.exec(value)?.[1];
    if (key === undefined) return value;
    const message = messages[key];
    return typeof message === 'string' ? message : Array.isArray(message) ? message.join('') : key;
  }
  if (Array.isArray(value)) return value.map((item) => replace(item, messages));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item, messages)]));
}
