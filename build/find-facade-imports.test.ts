import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {bundle} from './bundle.ts';
import {findFacadeImports} from './find-facade-imports.ts';
import {toChunks, type Chunks} from './preloads.ts';
import {createSampleProject, SAMPLE} from './testing/sample-project.ts';

test('who imports a façade is named, but for façades', () => {
  const imports = {
    'assets/lib/lit.js': ['assets/lib/lit/html.js'],
    'assets/shell-1.js': ['assets/vendor-1.js', 'assets/lib/lit.js'],
    'assets/vendor-1.js': [],
  };
  const chunks = Object.fromEntries(
    Object.entries(imports).map(([fileName, list]) => [fileName, {fileName, imports: list}]),
  );
  assert.deepEqual(findFacadeImports(chunks as unknown as Chunks), ['assets/shell-1.js → assets/lib/lit.js']);
});

test('the bundler’s own files are seen through: what a façade holds, and what has no façade', async () => {
  const project = createSampleProject({
    ...SAMPLE,
    'shell/main.ts': "import {greet} from './greet.ts';\ndocument.title = greet();",
    'shell/greet.ts': "export const greet = (): string => document.title + 'hello';",
  });
  const {root} = project;
  const find = async (greet: string): Promise<readonly string[]> => {
    const entries = new Map([['assets/shell', join(root, 'shell/main.ts')], [greet, join(root, 'shell/greet.ts')]]); // prettier-ignore
    return findFacadeImports(
      toChunks(await bundle({root, entries, bases: new Map(), groups: new Map(), write: false})),
    );
  };
  try {
    assert.deepEqual(await find('assets/greet'), []);
    const [found = ''] = await find('assets/lib/greet.js');
    assert.match(found, /^assets\/shell-\S+ → assets\/lib\/greet\.js$/);
  } finally {
    project.remove();
  }
});
