import {
  PortalError,
  toFaultText,
  type Boot,
  type ContributionData,
  type Fault,
  type ModuleHead,
  type ModuleManifest,
  type Result,
} from '@openchoreo/portal-contract';

export interface Manifests {
  /** The manifest if it is here already. */
  known(head: ModuleHead): ModuleManifest | undefined;
  /** Fetches it once; a second call returns the pending promise, a call after a failure tries again. */
  get(head: ModuleHead): Promise<ModuleManifest>;
  /** What the module adds to the point, if that is here already: it may be when the manifest is not. */
  contributions(head: ModuleHead, point: string): readonly ContributionData[] | undefined;
  /** Takes what came inside another page, that of another language. */
  replaceInline(inline: InlineManifests): void;
}

/** Came inside the page, parsed by the gateway. */
export type InlineManifests = Pick<Boot, 'manifests' | 'deferred'>;

export interface ManifestOptions {
  readonly inline: InlineManifests;
  readonly fetch: typeof fetch;
  /** The gateway says that the session has ended. Resolves when it is back; the manifest is asked for again then. */
  readonly onSignedOut: () => Promise<void>;
  /** Loaded when the first manifest is fetched: its schema is no part of the first load. */
  readonly loadParser: () => Promise<(data: unknown) => Result<ModuleManifest, readonly Fault[]>>;
}

/** Manifests by the address their head names, so that a new version is a new manifest. */
export function createManifests(options: ManifestOptions): Manifests {
  const byAddress = new Map<string, ModuleManifest>();
  const pending = new Map<string, Promise<ModuleManifest>>();
  let inline = options.inline;

  const known = (head: ModuleHead): ModuleManifest | undefined => {
    const manifest = byAddress.get(head.manifest) ?? inline.manifests[head.id];
    const isSame =
      manifest?.version === head.version && (!head.revision || manifest.metadata?.['revision'] === head.revision);
    return isSame ? manifest : undefined;
  };

  return {
    known,
    get(head) {
      const here = known(head);
      if (here) return Promise.resolve(here);
      const running = pending.get(head.manifest);
      if (running) return running;
      const started = fetchManifest(head, options)
        .then((manifest) => {
          byAddress.set(head.manifest, manifest);
          return manifest;
        })
        .finally(() => pending.delete(head.manifest));
      pending.set(head.manifest, started);
      return started;
    },
    contributions: (head, point) => (known(head)?.contributes ?? inline.deferred?.[head.id])?.[point],
    replaceInline(next) {
      byAddress.clear();
      inline = next;
    },
  };
}

async function fetchManifest(head: ModuleHead, options: ManifestOptions): Promise<ModuleManifest> {
  const [response, parse] = await Promise.all([options.fetch(head.manifest), options.loadParser()]).catch(
    (cause: unknown) => {
      throw new PortalError('MODULE_LOAD_FAILED', [head.id], {cause});
    },
  );
  if (response.status === 401) {
    await options.onSignedOut();
    return fetchManifest(head, options);
  }
  if (!response.ok) {
    throw new PortalError('MODULE_LOAD_FAILED', [head.id], {cause: `${head.manifest}: status ${response.status}`});
  }
  const data: unknown = await response.json().catch((cause: unknown) => {
    throw new PortalError('MANIFEST_UNREADABLE', [head.manifest], {cause});
  });
  const manifest = parse(data);
  if (!manifest.ok) throw new PortalError('MANIFEST_INVALID', [head.id, toFaultText(manifest.error)]);
  if (manifest.value.id === head.id) return manifest.value;
  const fault = {path: 'id', found: `'${manifest.value.id}'`, expected: `'${head.id}'`};
  throw new PortalError('MANIFEST_INVALID', [head.id, toFaultText([fault])]);
}
