import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import type {PortalBuild} from '@openchoreo/portal-contract';

export interface TestModule {
  readonly id: string;
  /** The manifest's text; an object is written as JSON. */
  readonly manifest: string | Readonly<Record<string, unknown>>;
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly preload?: Readonly<Record<string, readonly string[]>>;
  /** What of it may be embedded, with the files' contents. */
  readonly embed?: NonNullable<PortalBuild['modules'][number]['embed']> & {
    readonly files: Readonly<Record<string, string>>;
  };
}

/** A manifest with what every manifest needs, and what the test is about. */
export function manifest(id: string, rest: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {id, name: id, version: '1.0.0', apiVersion: 1, ...rest};
}

/** Writes a small portal in the build's own form into the folder. */
export async function writeBuild(folder: string, modules: readonly TestModule[]): Promise<void> {
  const client = join(folder, 'client');
  await write(join(folder, 'index.html'), TEMPLATE);
  await writeCompressed(join(client, 'assets/shell-abcdef12.js'), `console.log('shell');`.repeat(100));
  await writeCompressed(join(client, 'assets/messages.en.json'), '{"frame.title":"Portal"}');
  await writeCompressed(join(client, 'assets/messages.de.json'), '{"frame.title":"Portal"}');
  for (const module of modules) {
    const base = join(client, 'm', module.id, '1.0.0');
    const text = typeof module.manifest === 'string' ? module.manifest : JSON.stringify(module.manifest);
    await write(join(base, 'manifest.json'), text);
    for (const [locale, messages] of Object.entries(module.messages ?? {})) {
      await write(join(base, `messages.${locale}.json`), JSON.stringify(messages));
    }
    for (const [name, content] of Object.entries(module.files ?? {})) await writeCompressed(join(base, name), content);
    const embedded = join(client, 'embed/code/-', module.id, '1.0.0');
    for (const [name, content] of Object.entries(module.embed?.files ?? {})) {
      await writeCompressed(join(embedded, name), content);
    }
    if (module.embed) await writeCompressed(join(client, 'embed', `${module.id}.js`), `console.log('${module.id}');`);
  }
  const build: PortalBuild = {
    version: '0.1.0',
    shell: {entry: '/assets/shell-abcdef12.js', preload: ['/assets/vendor-abcdef12.js']},
    importMap: {imports: {lit: '/assets/shared-abcdef12/lit.js'}},
    messages: {en: '/assets/messages.en.json', de: '/assets/messages.de.json'},
    modules: modules.map(({id, preload, embed}) => ({
      id,
      version: '1.0.0',
      base: `/m/${id}/1.0.0/`,
      preload: Object.fromEntries(Object.entries(preload ?? {}).map(([entry, chunks]) => [entry, [...chunks]])),
      ...(embed && {embed}),
    })),
  };
  await write(join(folder, 'portal.json'), JSON.stringify(build));
}

const TEMPLATE = `<!doctype html><html lang="{{lang}}" data-theme="{{theme}}"><head><title>{{title}}</title>
<script nonce="{{nonce}}">1</script></head>
<body><main id="outlet"><!--portal:page--></main><!--portal:boot--><!--portal:entry--></body></html>`;

async function writeCompressed(file: string, content: string): Promise<void> {
  await write(file, content);
  await writeFile(`${file}.br`, brotliCompressSync(content));
  await writeFile(`${file}.gz`, gzipSync(content));
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
