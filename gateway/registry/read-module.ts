import {
  parseManifest,
  PortalError,
  toFaultText,
  type CompiledMessages,
  type Fault,
  type PortalBuild,
} from '@openchoreo/portal-contract';
import type {ClientFiles} from '../static/index.ts';
import {findEventFaults} from './find-event-faults.ts';
import type {AcceptedModule, RefusedModule, RegisteredModule} from './registered-module.ts';

type BuiltModule = PortalBuild['modules'][number];

/** Reads one module of the build. Never rejects: a module that cannot be read is a refused one. */
export async function readModule(built: BuiltModule, files: ClientFiles): Promise<RegisteredModule> {
  const listed = {id: built.id, version: built.version, base: built.base, source: `modules/${built.id}`};
  const file = `${built.base}manifest.json`;
  const data = parseJson(await files.text(file));
  if (data === undefined) return refuse(listed, new PortalError('MANIFEST_UNREADABLE', [file]));
  const parsed = parseManifest(data);
  if (!parsed.ok) return refuseManifest(listed, parsed.error);
  const eventFaults = findEventFaults(parsed.value);
  if (eventFaults.length > 0) return refuseManifest(listed, eventFaults);
  const messages: Record<string, CompiledMessages> = {};
  for (const [locale, path] of Object.entries(parsed.value.messages ?? {})) {
    const address = new URL(path, `http://portal${built.base}`).pathname;
    const catalogue = parseJson(await files.text(address));
    if (catalogue === undefined) return refuse(listed, new PortalError('MANIFEST_UNREADABLE', [address]));
    messages[locale] = catalogue as CompiledMessages;
  }
  return {
    ...listed,
    id: parsed.value.id,
    status: 'accepted',
    manifest: parsed.value,
    preload: built.preload,
    messages,
  };
}

function refuseManifest(listed: Parameters<typeof refuse>[0], faults: readonly Fault[]): RefusedModule {
  const error = new PortalError('MANIFEST_INVALID', [listed.id, toFaultText(faults)]);
  return refuse(
    listed,
    error,
    faults.map((fault) => toFaultText([fault])),
  );
}

function refuse(
  {
    id,
    version,
    base,
    source,
    isInstalled,
  }: Pick<RegisteredModule, 'id' | 'version' | 'base' | 'source' | 'isInstalled'>,
  error: PortalError,
  faults?: readonly string[],
): RefusedModule {
  const problem = {code: error.code, detail: error.message, ...(faults === undefined ? {} : {faults})};
  return {id, version, base, source, ...(isInstalled && {isInstalled}), status: 'refused', problem};
}

/** An accepted module that turned out not to fit. */
export function withdraw(module: AcceptedModule, errors: readonly PortalError[]): RefusedModule {
  const [first] = errors;
  if (first === undefined) throw new TypeError('a module is not refused for nothing');
  const faults = errors.map((error) => error.message);
  return {...refuse(module, first, faults), manifest: module.manifest};
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // unreadable and missing are the same to those who ask: MANIFEST_UNREADABLE names the file
  }
}
