import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {MESSAGES, PortalError, toFaultText} from './errors.ts';

const PAGES = new URL('../docs/errors/', import.meta.url);

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
