import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {BuildFault} from '../fault.ts';
import type {Evaluation, SourceModule} from './source-module.ts';
import {registerStubs} from './stub-hooks.ts';
import {RouteComponentError, toRoutes} from './to-routes.ts';

// Runs in its own process (evaluate-modules.ts), so that each build reads the files as they are now.
const [root = '.', ...ids] = process.argv.slice(2);
registerStubs(root);
const modules: SourceModule[] = [];
const faults: BuildFault[] = [];
for (const id of ids) await evaluate(id);
process.send?.({modules, faults} satisfies Evaluation, () => process.exit());

async function evaluate(id: string): Promise<void> {
  const config = await read(id, 'module.config.ts', toConfig);
  const routes =
    (await read(id, 'routes/index.ts', readRoutes)) ??
    (await read(id, 'routes/index.tsx', readRoutes)) ??
    (await read(id, 'index.ts', ({routes: written}) => (written === undefined ? undefined : toRoutes(written))));
  const main = await read(id, 'index.ts', (namespace) => hasHooksOrStores(namespace['default']));
  if (config === undefined) return;
  modules.push({id, config, ...(routes !== undefined && {routes}), hasMain: main ?? false});
}

async function readRoutes(namespace: Record<string, unknown>): Promise<Readonly<Record<string, unknown>>> {
  return toRoutes(namespace['routes'] ?? namespace['default']);
}

/** What a file of the module says; undefined when it is not there or could not be read, which is noted. */
async function read<T>(
  id: string,
  file: string,
  pick: (namespace: Record<string, unknown>) => T,
): Promise<Awaited<T> | undefined> {
  const path = join(root, 'modules', id, file);
  if (!existsSync(path)) return undefined;
  try {
    return await pick((await import(pathToFileURL(path).href)) as Record<string, unknown>);
  } catch (error) {
    faults.push(toFault(id, file, error));
    return undefined;
  }
}

function toFault(module: string, file: string, error: unknown): BuildFault {
  if (error instanceof RouteComponentError) {
    const expected =
      'an element class, a React component, a tag, or a lazy import of a file whose default or only export is one of these';
    return {module, path: `${file} ${error.path}`, found: error.found, expected};
  }
  const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {module, path: file, found, expected: 'a file that Node can import: plain data, no DOM, `.ts` in specifiers'};
}

function toConfig(namespace: Record<string, unknown>): Readonly<Record<string, unknown>> {
  const values = Object.values(namespace);
  const config = namespace['default'] ?? (values.length === 1 ? values[0] : undefined);
  if (typeof config !== 'object' || config === null)
    throw new Error('no default export and no only export that is an object');
  return config as Record<string, unknown>;
}

function hasHooksOrStores(definition: unknown): boolean {
  if (typeof definition !== 'object' || definition === null) return false;
  const {hooks, stores} = definition as {hooks?: unknown; stores?: unknown};
  return hooks !== undefined || stores !== undefined;
}
