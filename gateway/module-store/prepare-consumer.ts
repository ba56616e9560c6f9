import {
  API_VERSION,
  CONSUMER_EVENTS,
  parseConsumerManifest,
  parseManifest,
  PortalError,
  toConsumerDependencies,
  toFaultText,
  type ConsumerManifest,
  type ModuleManifest,
  type Result,
} from '@openchoreo/portal-contract';
import {consumerStyles} from './consumer-styles.ts';
import {toFilePath} from './file-path.ts';
import {matchesIntegrity, toModuleDigest} from './integrity.ts';
import {refuseFor, type ModuleRefusal} from './module-fault.ts';
import type {PreparedModule} from './prepared-module.ts';
import type {ModuleFiles} from './read-module-folder.ts';
import {toModuleScript} from './wrap-script.ts';

/** Where the bundle of a consumer stands when it is stored, and what is generated beside it. */
const CONSUMER = {bundle: 'bundle.js', entry: 'consumer.js', style: 'consumer.css'} as const;

/**
 * Makes a module of a consumer of `window.OpenChoreo`: its bundle as an ES module, the file that runs it, the styles of
 * the classes it uses, and a manifest that says what is known before it has run.
 */
export async function prepareConsumer(
  data: unknown,
  files: ModuleFiles,
): Promise<Result<PreparedModule, ModuleRefusal>> {
  const parsed = parseConsumerManifest(data);
  if (!parsed.ok) {
    return refuse(new PortalError('MANIFEST_INVALID', [idOf(data), toFaultText(parsed.error)]), {faults: parsed.error});
  }
  const consumer = parsed.value;
  const {id, version, entryPoint, integrity} = consumer;
  const named = {id, version};
  const path = toFilePath(entryPoint);
  const bundle = path === undefined ? undefined : files.get(path);
  if (path === undefined || bundle === undefined) {
    const faults = [{path: 'entryPoint', found: `'${entryPoint}'`, expected: 'a file beside the manifest'}];
    const error = new PortalError('MANIFEST_INVALID', [id, toFaultText(faults)]);
    return refuse(error, {...named, faults, isIncomplete: path !== undefined});
  }
  if (integrity !== undefined && !matchesIntegrity(bundle, integrity)) {
    return refuse(new PortalError('MODULE_INTEGRITY', [id, path]), {...named, isIncomplete: true});
  }
  const text = Buffer.from(bundle).toString('utf8');
  const script = toModuleScript(text);
  if (!script.ok) {
    const faults = [{path: entryPoint, found: script.error, expected: 'JavaScript that runs in strict mode'}];
    return refuse(new PortalError('MANIFEST_INVALID', [id, toFaultText(faults)]), {
      ...named,
      faults,
      isIncomplete: true,
    });
  }
  const manifest = parseManifest(toManifest(consumer));
  if (!manifest.ok) {
    const error = new PortalError('MANIFEST_INVALID', [id, toFaultText(manifest.error)]);
    return refuse(error, {...named, faults: manifest.error});
  }
  const served = new Map(files);
  served.delete('manifest.json');
  served.delete(path);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const stands = `${folder}${CONSUMER.bundle}`;
  served.set(stands, encode(script.value));
  served.set(CONSUMER.entry, encode(toEntry(consumer, stands)));
  served.set(CONSUMER.style, encode(await consumerStyles(id, textsOf(files))));
  return {
    ok: true,
    value: {...named, digest: toModuleDigest(files), files: served, manifest: manifest.value, messages: {}, consumer},
  };
}

/** What is known of a consumer that has not been run by an operator yet: it runs in every session, after the first paint. */
function toManifest(consumer: ConsumerManifest): Partial<ModuleManifest> {
  const {id, name, version, description, author, permissions} = consumer;
  const dependencies = toConsumerDependencies(consumer.dependencies);
  return {
    id,
    name,
    version,
    apiVersion: API_VERSION,
    type: 'integration',
    ...(description !== undefined && {description}),
    ...(author !== undefined && {author}),
    ...(permissions !== undefined && {permissions}),
    ...(dependencies !== undefined && {dependencies}),
    events: CONSUMER_EVENTS,
    activation: ['onStartup'],
    main: {entry: CONSUMER.entry, export: 'main'},
  };
}

function toEntry({id, version}: ConsumerManifest, bundle: string): string {
  return `import {createConsumer} from '@openchoreo/portal-openchoreo-global';
export const consumer = createConsumer({
  id: ${JSON.stringify(id)},
  version: ${JSON.stringify(version)},
  load: () => import(${JSON.stringify(`./${bundle}`)}),
  style: new URL(${JSON.stringify(`./${CONSUMER.style}`)}, import.meta.url).href,
});
export const main = consumer.main;
`;
}

/** What class names can stand in. */
function textsOf(files: ModuleFiles): readonly string[] {
  return [...files].flatMap(([path, bytes]) =>
    /\.(m?js|html)$/.test(path) ? [Buffer.from(bytes).toString('utf8')] : [],
  );
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function idOf(data: unknown): string {
  const id = (data as {readonly id?: unknown} | null)?.id;
  return typeof id === 'string' ? id : '?';
}

function refuse(...[error, rest]: Parameters<typeof refuseFor>): Result<never, ModuleRefusal> {
  return {ok: false, error: refuseFor(error, rest)};
}
