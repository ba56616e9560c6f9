import {localizeManifest, type ModuleManifest, type PortalBuild} from '@openchoreo/portal-contract';
import {existsSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {build, type Rolldown} from 'vite';
import {toCustomElements, toElementTypes, type PublicElements} from './custom-elements.ts';
import {findExposedCode} from './find-exposed-code.ts';
import {lighterParts} from './lighter-parts.ts';
import {toSourceManifest} from './manifests.ts';
import {toReferenceKey, type ModulePlan} from './module-entries.ts';
import {CLIENT_FOLDER} from './paths.ts';
import {toChunks, type Chunks} from './preloads.ts';
import type {ReadModule} from './read-modules.ts';
import {toEntrySource} from './to-entry-source.ts';
import {toInput, virtualEntries, type Entries} from './virtual-entries.ts';
import {writeFileInFolder} from './write-file.ts';

export type EmbedBuild = NonNullable<PortalBuild['modules'][number]['embed']>;

/** What wires the host of foreign pages. A project without it embeds nothing. */
const HOST = 'shell/embed/main.ts';
/** Where code of modules is; the gateway puts a person's ticket in the place of the dash. */
const CODE = 'embed/code/-';
const LIBRARIES = 'embed/lib';

/**
 * Builds what pages of other origins fetch into `embed/`, in a pass of its own: such a page has no import map, and the
 * portal's own files are cut for its first load. One script for each module that has public elements, one host and one
 * copy of the libraries for all of them; imports are relative, so that code keeps the ticket of its address. By module:
 * the files that the gateway hands out.
 */
export async function buildEmbed(
  root: string,
  modules: readonly ReadModule[],
): Promise<ReadonlyMap<string, EmbedBuild>> {
  const open = modules.filter(({plan}) => (toSourceManifest(plan.module)['elements'] as unknown[] | undefined)?.length);
  if (open.length === 0 || !existsSync(join(root, HOST))) return new Map();
  const needed = withNeeded(open, modules);
  const parts = needed.map((module) => planParts(module));
  const scripts = open.map(({plan}) => [`embed/${plan.module.id}`, toScript(root, plan)] as const);
  const entries: Entries = new Map([
    [`${LIBRARIES}/host`, join(root, HOST)],
    ...scripts,
    ...parts.flatMap(({entries: own}) => [...own]),
  ]);
  const chunks = await bundleEmbed(root, entries, needed);
  const exposed = findExposedCode(chunks, root, 'embed/', CODE);
  if (exposed.length > 0) throw new Error(`Code of modules would be served to everybody: ${exposed.join(', ')}`);
  const files = new Map(Object.values(chunks).map(({name, fileName}) => [name, fileName]));
  const client = join(root, CLIENT_FOLDER);
  for (const {module, base} of parts) {
    for (const {fileName, source} of module.catalogues) await writeFileInFolder(join(client, base, fileName), source);
  }
  const described = open.map((module) => toPublicElements(module));
  await writeFileInFolder(join(client, 'embed/custom-elements.json'), JSON.stringify(toCustomElements(described)));
  for (const one of described) await writeFileInFolder(join(client, `embed/${one.id}.d.ts`), toElementTypes(one));
  return new Map(parts.map((part) => [part.module.plan.module.id, part.toBuild((name) => files.get(name) ?? '')]));
}

interface EmbedParts {
  readonly module: ReadModule;
  readonly base: string;
  readonly entries: Entries;
  readonly toBuild: (fileOf: (name: string) => string) => EmbedBuild;
}

/** The files of one module: its elements, and its start if it has one. */
function planParts(module: ReadModule): EmbedParts {
  const {plan, catalogues} = module;
  const base = toBase(plan);
  const {elements = []} = toSourceManifest(plan.module) as Pick<ModuleManifest, 'elements'>;
  const placed = elements.flatMap(({tag, component}) => {
    const found = 'entry' in component && plan.placed.get(toReferenceKey(component));
    return found ? [{tag, export: found.export, entry: found.entry}] : [];
  });
  const nameOf = (name: string): string => `${base}/${name.slice(plan.base.length + 1)}`;
  const wanted = [...placed.map(({entry}) => entry), ...(plan.main ? [plan.main] : [])];
  return {
    module,
    base,
    entries: new Map(wanted.map((entry) => [nameOf(entry.name), toEntrySource(entry, plan.main)])),
    toBuild(fileOf) {
      const beside = (name: string): string => relative(base, fileOf(nameOf(name)));
      return {
        elements: placed.map(({tag, entry, export: as}) => ({tag, entry: beside(entry.name), export: as})),
        ...(plan.main && {main: {entry: beside(plan.main.name), export: 'default'}}),
        messages: Object.fromEntries(catalogues.map(({locale, fileName}) => [locale, fileName])),
      };
    },
  };
}

function toBase({module}: ModulePlan): string {
  return `${CODE}/${module.id}/${String(module.config['version'])}`;
}

/** `/embed/<module>.js`: its elements by tag and attributes, and the host that defines them. */
function toScript(root: string, {module}: ModulePlan): string {
  const {elements = []} = toSourceManifest(module) as Pick<ModuleManifest, 'elements'>;
  const tags = elements.map(({tag, attributes = []}) => ({tag, attributes: attributes.map(({name}) => name)}));
  return [
    `import {define} from '${join(root, HOST)}';`,
    `export {configure, signIn, signOut} from '${join(root, HOST)}';`,
    `define(${JSON.stringify({id: module.id, elements: tags})});`,
  ].join('\n');
}

async function bundleEmbed(root: string, entries: Entries, modules: readonly ReadModule[]): Promise<Chunks> {
  const bases = new Map(modules.map(({plan}) => [plan.module.id, toBase(plan)]));
  const {output} = (await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [virtualEntries(entries), lighterParts(root, modules)],
    build: {
      outDir: CLIENT_FOLDER,
      emptyOutDir: false,
      assetsDir: LIBRARIES,
      rolldownOptions: {
        input: toInput(entries),
        preserveEntrySignatures: 'allow-extension',
        output: {
          comments: false,
          entryFileNames: ({name}) => (/^embed\/[^/]+$/.test(name) ? '[name].js' : '[name]-[hash].js'),
          chunkFileNames: ({name, moduleIds}) => `${ownerOf(root, moduleIds, bases)}/${toPlainName(name)}-[hash].js`,
          codeSplitting: {
            groups: [{debugName: 'shared', name: (id: string) => toGroup(root, id)}],
          },
        },
      },
    },
  })) as Rolldown.RolldownOutput;
  return toChunks(Object.fromEntries(output.map((file) => [file.fileName, file])));
}

/** What the host needs before it is known who the person is: apart from the rest, which is fetched after that. */
const HOST_PARTS = ['adapters/embed/', HOST, 'shell/styles/', 'contract/errors.ts'];
/** Parts of the shell that are only fetched when an element asks for them. */
const LATER = ['shell/live/previews.ts', 'shell/live/poll-queries.ts', 'shell/stores/keep-values.ts'];
/** What elements of every module are made with. */
const LIBRARY =
  /[/]node_modules[/](?:lit|lit-html|lit-element|@lit|@lingui[/]core|@tanstack[/]query-core|nanostores)[/]/;

function toGroup(root: string, id: string): string | null {
  const file = relative(root, id).split(sep).join('/');
  // The bundler's own helpers are in what every page has anyway.
  if (id.startsWith('\0') && !id.startsWith('\0portal-entry:')) return `${LIBRARIES}/host`;
  if (HOST_PARTS.some((start) => file.startsWith(start))) return `${LIBRARIES}/host`;
  if (LATER.includes(file)) return null;
  const isShells = /^(shell|contract|adapters\/lit\/(?!shoelace\/))/.test(file);
  return isShells || LIBRARY.test(id) ? `${LIBRARIES}/runtime` : null;
}

/** A module's own files are below its base; what several modules share belongs to none of them. */
function ownerOf(root: string, ids: readonly string[], bases: ReadonlyMap<string, string>): string {
  const owners = new Set(
    ids.flatMap((id) => {
      const [room, module = ''] = relative(root, id).split(sep);
      return room === 'modules' ? [module] : [];
    }),
  );
  const [owner = ''] = owners;
  return (owners.size === 1 && bases.get(owner)) || LIBRARIES;
}

function toPlainName(name: string): string {
  return name.split('/').at(-1) ?? name;
}

function withNeeded(wanted: readonly ReadModule[], all: readonly ReadModule[]): readonly ReadModule[] {
  const found = new Set<ReadModule>();
  const add = (module: ReadModule | undefined): void => {
    if (module === undefined || found.has(module)) return;
    found.add(module);
    const {dependencies} = toSourceManifest(module.plan.module) as Pick<ModuleManifest, 'dependencies'>;
    for (const id of Object.keys(dependencies?.modules ?? {})) add(all.find(({plan}) => plan.module.id === id));
  };
  wanted.forEach(add);
  return [...found];
}

/** In English, for tools and their users. */
function toPublicElements({plan, catalogues}: ReadModule): PublicElements {
  const source = catalogues.find(({locale}) => locale === 'en')?.source ?? '{}';
  const messages = JSON.parse(source) as Record<string, string>;
  const {id, elements = []} = localizeManifest(toSourceManifest(plan.module) as ModuleManifest, messages);
  return {
    id,
    elements: elements.map(({tag, description, attributes = []}) => ({
      tag,
      description: description ?? '',
      attributes: attributes.map((one) => ({name: one.name, description: one.description ?? ''})),
    })),
  };
}
