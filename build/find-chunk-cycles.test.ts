import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {bundle} from './bundle.ts';
import {findChunkCycles} from './find-chunk-cycles.ts';
import type {Chunks} from './preloads.ts';
import {createSampleProject, SAMPLE} from './testing/sample-project.ts';

test('files that import each other in a circle are named, each circle once', () => {
  const imports = {'a.js': ['b.js'], 'b.js': ['c.js', 'd.js'], 'c.js': ['a.js'], 'd.js': ['e.js'], 'e.js': ['e.js']};
  const chunks = Object.fromEntries(Object.entries(imports).map(([file, list]) => [file, {imports: list}]));
  assert.deepEqual(findChunkCycles(chunks as unknown as Chunks), ['a.js → b.js → c.js → a.js', 'e.js → e.js']);
});

test('the build stops where sources without a circle are put together so that their files have one', async () => {
  const part = (name: string, needs: string): string => `${needs}\nexport class ${name} { name = document.title; }`;
  const project = createSampleProject({
    ...SAMPLE,
    'shell/top.ts': part('Top', "import {Middle} from './middle.ts';\nexport const middle = new Middle();"),
    'shell/middle.ts': part('Middle', "import {Base} from './base.ts';\nexport const base = new Base();"),
    'shell/base.ts': part('Base', ''),
  });
  const {root} = project;
  const file = (name: string): string => join(root, `shell/${name}.ts`);
  const build = (base: string): Promise<unknown> => {
    const groups = new Map([[file('top'), 'assets/top'], [file('middle'), 'assets/middle'], [file('base'), base]]); // prettier-ignore
    return bundle({root, entries: new Map([['assets/shell', file('top')]]), bases: new Map(), groups, write: false});
  };
  try {
    await build('assets/base');
    await assert.rejects(build('assets/top'), /in a circle: (\S+) → \S+ → \1/);
  } finally {
    project.remove();
  }
});
