import {parseManifest, PortalError, toFaultText, type Fault, type Result} from '@openchoreo/portal-contract';
import {findEventFaults} from '../registry/find-event-faults.ts';
import {checkModuleFiles} from './check-module-files.ts';
import {toModuleDigest} from './integrity.ts';
import {LIMITS} from './limits.ts';
import {refuseFor, type ModuleRefusal} from './module-fault.ts';
import {prepareConsumer} from './prepare-consumer.ts';
import type {PreparedModule} from './prepared-module.ts';
import type {ModuleFiles} from './read-module-folder.ts';
import {parseJson, readMessages} from './read-messages.ts';

export interface PrepareOptions {
  /** Libraries that pages of the portal share. Without them it is not checked what the code imports. */
  readonly shared?: ReadonlySet<string> | undefined;
}

/** Makes of the files of a module what the portal stores and serves, or says everything that is wrong with them. */
export async function prepareModule(
  files: ModuleFiles,
  options: PrepareOptions = {},
): Promise<Result<PreparedModule, ModuleRefusal>> {
  const bytes = files.get('manifest.json');
  if (bytes === undefined) return refuse(unreadable('manifest.json'), {isIncomplete: true});
  if (bytes.length > LIMITS.manifestBytes) return refuse(unreadable(`manifest.json (${bytes.length} bytes)`));
  const data = parseJson(bytes);
  if (data === undefined) return refuse(unreadable('manifest.json'), {isIncomplete: true});
  return isConsumerManifest(data) ? prepareConsumer(data, files) : prepareOwn(data, files, options);
}

function prepareOwn(
  data: unknown,
  files: ModuleFiles,
  {shared}: PrepareOptions,
): Result<PreparedModule, ModuleRefusal> {
  const parsed = parseManifest(data);
  const named = nameOf(data);
  if (!parsed.ok) return refuse(invalid(named.id, parsed.error), {...named, faults: parsed.error});
  const manifest = parsed.value;
  const {id, version} = manifest;
  const {missing, wrong, altered} = checkModuleFiles(manifest, files, shared);
  const {messages, faults: messageFaults} = readMessages(manifest, files);
  const faults = [...findEventFaults(manifest), ...missing, ...wrong, ...messageFaults];
  if (faults.length > 0) {
    return refuse(invalid(id, [...faults, ...altered]), {id, version, faults: [...faults, ...altered], isIncomplete: true}); // prettier-ignore
  }
  const [first] = altered;
  if (first !== undefined) {
    const error = new PortalError('MODULE_INTEGRITY', [id, altered.map(({path}) => path.replace('files.', '')).join(', ')]); // prettier-ignore
    return refuse(error, {id, version, faults: altered, isIncomplete: true});
  }
  return {ok: true, value: {id, version, digest: toModuleDigest(files), files, manifest, messages}};
}

/** The manifest that existing consumers of `window.OpenChoreo` are loaded from. */
function isConsumerManifest(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'entryPoint' in data && !('apiVersion' in data);
}

function nameOf(data: unknown): {readonly id?: string; readonly version?: string} {
  if (typeof data !== 'object' || data === null) return {};
  const {id, version} = data as {readonly id?: unknown; readonly version?: unknown};
  return {...(typeof id === 'string' && {id}), ...(typeof version === 'string' && {version})};
}

function unreadable(file: string): PortalError {
  return new PortalError('MANIFEST_UNREADABLE', [file]);
}

function invalid(id: string | undefined, faults: readonly Fault[]): PortalError {
  return new PortalError('MANIFEST_INVALID', [id ?? '?', toFaultText(faults)]);
}

function refuse(...[error, rest]: Parameters<typeof refuseFor>): Result<never, ModuleRefusal> {
  return {ok: false, error: refuseFor(error, rest)};
}
