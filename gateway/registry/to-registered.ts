import {createHash} from 'node:crypto';
import {toConsumerParts, type ModuleManifest} from '@openchoreo/portal-contract';
import type {InstalledFolder, StoredModule} from '../module-store/index.ts';
import type {RecordedRegistration} from './consumer-registrations.ts';
import type {AcceptedModule, RefusedModule} from './registered-module.ts';

/** What a stored module is to the registry. */
export function toAccepted(stored: StoredModule, source: string): AcceptedModule {
  const {id, version, manifest, messages} = stored;
  return {
    id,
    version,
    base: toBase(stored),
    source,
    isInstalled: true,
    status: 'accepted',
    manifest,
    preload: {},
    messages,
  };
}

export function toRefused({name, refusal, module}: InstalledFolder): RefusedModule | undefined {
  if (refusal === undefined) return undefined;
  const id = refusal.id ?? module?.id ?? name;
  const version = refusal.version ?? '';
  const {problem} = refusal;
  return {id, version, base: toBase({id, version}), source: name, isInstalled: true, status: 'refused', problem};
}

export interface GrownConsumer {
  readonly module: AcceptedModule;
  /** The file that its manifest now names, beside the others. */
  readonly file: {readonly path: string; readonly content: string};
}

/** The consumer with what it is known to register: later sessions have its routes without running it. */
export function toGrownConsumer(module: AcceptedModule, recorded: RecordedRegistration): GrownConsumer | undefined {
  const {registration, version} = recorded;
  const isOwn = version === module.version;
  const first = toConsumerParts(registration, 'registered.js');
  if (!first.ok) return undefined;
  const content = [
    "import {consumer} from './consumer.js';",
    ...first.value.exports.map(
      ({export: name, kind, key}) => `export const ${name} = consumer.${kind}(${JSON.stringify(key)});`,
    ),
    '',
  ].join('\n');
  const path = `registered-${toHash(content)}.js`;
  const parts = toConsumerParts(registration, path);
  if (!parts.ok) return undefined;
  const {activation, ...known} = module.manifest;
  const manifest: ModuleManifest = {
    ...known,
    ...parts.value.manifest,
    name: registration.name,
    // What an earlier version registered may not be all: it runs in every session until it is recorded again.
    ...(!isOwn && activation !== undefined && {activation}),
  };
  const revision = toHash(JSON.stringify(manifest));
  const marked = {...manifest, metadata: {...manifest.metadata, revision}};
  return {module: {...module, manifest: marked, revision}, file: {path, content}};
}

function toBase({id, version}: {readonly id: string; readonly version: string}): string {
  return `/m/${id}/${version}/`;
}

/** Eight characters that browsers may keep for ever: an upper-case letter says that it is a hash. */
function toHash(text: string): string {
  return `H${createHash('sha256').update(text).digest('hex').slice(0, 7)}`;
}
