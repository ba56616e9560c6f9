import {parseConsumerManifest, parseManifest, PortalError} from '@openchoreo/portal-contract';
import type {SourceRules} from './check-source.ts';
import {fetchFile} from './fetch-file.ts';
import {toFilePath} from './file-path.ts';
import {LIMITS} from './limits.ts';
import type {ModuleFiles} from './read-module-folder.ts';
import {parseJson} from './read-messages.ts';

/**
 * Fetches the module whose manifest is at the address: of a consumer of `window.OpenChoreo` its bundle, else every file
 * that the manifest lists in `files`. Faults of the manifest are left to whoever reads the files. Throws
 * `MODULE_SOURCE_REFUSED`, `MODULE_SOURCE_UNREADABLE`.
 */
export async function fetchModule(address: string, rules: SourceRules): Promise<ModuleFiles> {
  if (!URL.canParse(address)) throw new PortalError('MODULE_SOURCE_UNREADABLE', [address, 'it is no address']);
  const {url, bytes} = await fetchFile(new URL(address), LIMITS.manifestBytes, rules);
  const data = parseJson(bytes);
  const consumer = parseConsumerManifest(data);
  const own = parseManifest(data);
  if (consumer.ok && !own.ok) return fetchConsumer(url, data as object, consumer.value.entryPoint, rules);
  const files = new Map([['manifest.json', bytes]]);
  // What is no manifest goes as it is to those who list its faults.
  if (!own.ok) return files;
  const listed = Object.keys(own.value.files ?? {});
  if (listed.length === 0) {
    throw new PortalError('MODULE_SOURCE_UNREADABLE', [
      url.href,
      "its manifest does not list the module's files in 'files'",
    ]);
  }
  if (listed.length > LIMITS.files) throw tooMuch(url);
  let left: number = LIMITS.moduleBytes;
  for (const entry of listed) {
    const path = toFilePath(entry);
    if (path === undefined) continue; // named as a fault of the manifest
    const file = await fetchFile(new URL(path, url), Math.min(LIMITS.fileBytes, left), rules);
    left -= file.bytes.length;
    files.set(path, file.bytes);
  }
  return files;
}

/** Its bundle may be anywhere; what is stored names the file beside the manifest. */
async function fetchConsumer(url: URL, data: object, entryPoint: string, rules: SourceRules): Promise<ModuleFiles> {
  const {bytes} = await fetchFile(new URL(entryPoint, url), LIMITS.fileBytes, rules);
  const manifest = JSON.stringify({...data, entryPoint: 'bundle.js'}, null, 2);
  return new Map([
    ['manifest.json', new Uint8Array(new TextEncoder().encode(manifest))],
    ['bundle.js', bytes],
  ]);
}

function tooMuch(url: URL): PortalError {
  return new PortalError('MODULE_SOURCE_UNREADABLE', [url.href, `it has more than ${LIMITS.files} files`]);
}
