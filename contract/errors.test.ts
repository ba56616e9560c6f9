import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {MESSAGES, PortalError, toFaultText} from './errors.ts';

const PAGES = new URL('../docs/errors/', import.meta.url);
const ROOMS = ['adapters', 'build', 'cli', 'contract', 'gateway', 'modules', 'platform', 'scripts', 'shell'];
const FOREIGN = new Set(['node_modules', 'dist']);

test('every error code is raised somewhere', async () => {
  const used = new Set<string>();
  for (const room of ROOMS) {
    for (const source of await readSources(new URL(`../${room}/`, import.meta.url))) {
      for (const [, code = ''] of source.matchAll(/'([A-Z][A-Z_]+)'/g)) used.add(code);
    }
  }
  assert.deepEqual(
    Object.keys(MESSAGES).filter((code) => !used.has(code)),
    [],
  );
});

test('every error code has a page, and every page a code', async () => {
  const files = await readdir(PAGES);
  const pages = files.filter((file) => file !== 'README.md').map((file) => file.replace(/\.md$/, ''));
  assert.deepEqual(pages.sort(), Object.keys(MESSAGES).sort());
});

test('every page starts with its code and says what to do', async () => {
  for (const code of Object.keys(MESSAGES)) {
    const page = await readFile(new URL(`${code}.md`, PAGES), 'utf8');
    assert.ok(page.startsWith(`# ${code}\n`), `${code} does not start with its code`);
    assert.match(page, /\*\*What to do\*\*\n\n- \S/, `${code} does not say what to do`);
  }
});

test('the index of the pages lists each code once', async () => {
  const index = await readFile(new URL('README.md', PAGES), 'utf8');
  assert.deepEqual(
    [...index.matchAll(/^- \[(\w+)\]/gm)].map((match) => match[1]),
    Object.keys(MESSAGES).sort(),
  );
});

test('an error says its sentence, keeps its code, its values and its cause', () => {
  const cause = new Error('boom');
  const error = new PortalError('ROUTE_TAKEN', ['beta', '/x', 'alpha'], {cause});
  assert.deepEqual(
    {code: error.code, message: error.message, values: error.values, cause: error.cause, name: error.name},
    {
      code: 'ROUTE_TAKEN',
      message: "The module 'beta' claims the path '/x', which belongs to 'alpha'.",
      values: ['beta', '/x', 'alpha'],
      cause,
      name: 'PortalError',
    },
  );
});

test('an error asks for exactly the values its sentence has', () => {
  // @ts-expect-error A value is missing.
  void new PortalError('ROUTE_TAKEN', ['beta', '/x']);
  // @ts-expect-error There is no such code.
  void (() => new PortalError('NO_SUCH_CODE', []));
});

test('faults read as one line', () => {
  assert.equal(
    toFaultText([
      {path: 'id', found: 'nothing', expected: 'string'},
      {path: '', found: 'a list of 0', expected: 'object'},
    ]),
    'id: found nothing, expected string; (root): found a list of 0, expected object',
  );
});

/** The code of a room: no tests, and nothing that others wrote or a build made. */
async function readSources(folder: URL): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true});
  const read = entries.map(async (entry) => {
    if (entry.isDirectory()) {
      return FOREIGN.has(entry.name) ? [] : readSources(new URL(`${entry.name}/`, folder));
    }
    const isSource = entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts');
    return isSource ? [await readFile(new URL(entry.name, folder), 'utf8')] : [];
  });
  return (await Promise.all(read)).flat();
}
