import {portalBuildSchema} from '@openchoreo/portal-contract';
import {existsSync, globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {CLIENT_FOLDER, PORTAL_JSON} from '../../build/paths.ts';
import {USAGE_STATISTICS_TRACES} from '../../build/usage-statistics.ts';
import {type Check, type CheckResult, toResult} from './check.ts';

/** Whether `dist/` holds what `portal.json` names, every text file compressed, and nothing that must not ship. */
export const builtFilesCheck: Check = {name: 'built files', needsBuild: true, run};

async function run(root: string): Promise<CheckResult> {
  const client = join(root, CLIENT_FOLDER);
  const portal = portalBuildSchema.parse(JSON.parse(await readFile(join(root, PORTAL_JSON), 'utf8')));
  const named = [
    portal.shell.entry,
    ...portal.shell.preload,
    ...Object.values(portal.messages),
    ...Object.values(portal.importMap.imports),
    ...portal.modules.flatMap(({base, preload}) => [
      `${base}manifest.json`,
      ...Object.keys(preload).map((file) => base + file),
    ]),
    ...portal.modules.flatMap(({preload}) => Object.values(preload).flat()),
    ...portal.modules.flatMap(({id, version, embed}) => {
      if (!embed) return [];
      const entries = [...embed.elements, ...(embed.main ? [embed.main] : [])].map(({entry}) => entry);
      const files = [...entries, ...Object.values(embed.messages)].map(
        (file) => `/embed/code/-/${id}/${version}/${file}`,
      );
      return [...files, ...(embed.elements.length > 0 ? [`/embed/${id}.js`, `/embed/${id}.d.ts`] : [])];
    }),
  ];
  const scripts = globSync('**/*.{js,css,json}', {cwd: client});
  const traces = await Promise.all(
    scripts.filter((file) => file.endsWith('.js')).map((file) => findTraces(client, file)),
  );
  return toResult([
    ...[...new Set(named)]
      .filter((file) => !existsSync(join(client, file)))
      .map((file) => `${file}: named, but not there`),
    ...scripts.filter((file) => !existsSync(join(client, `${file}.br`))).map((file) => `${file}: not compressed`),
    ...globSync('**/*.map', {cwd: client}).map((file) => `${file}: a source map`),
    ...traces.flat(),
  ]);
}

async function findTraces(client: string, file: string): Promise<readonly string[]> {
  const source = await readFile(join(client, file), 'utf8');
  return USAGE_STATISTICS_TRACES.filter((trace) => source.includes(trace)).map(
    (trace) => `${file}: has '${trace}', a trace of Vaadin's usage statistics`,
  );
}
