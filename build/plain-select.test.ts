import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {plainSelect} from './plain-select.ts';

const FILE = '/node_modules/@radix-ui/react-select/dist/index.mjs';
const {transform} = plainSelect() as unknown as {
  transform: (code: string, id: string) => {readonly code: string} | undefined;
};

test('the select that is installed loses its style element and nothing else', () => {
  const {resolve} = createRequire(new URL('../adapters/openchoreo-global/package.json', import.meta.url));
  const code = readFileSync(join(dirname(resolve('@radix-ui/react-select')), 'index.mjs'), 'utf8');
  const plain = transform(code, `${FILE}?v=1`)?.code ?? '';
  assert.doesNotMatch(plain, /dangerouslySetInnerHTML/);
  assert.match(plain, /data-radix-select-viewport/);
  assert.ok(code.length - plain.length < 500, 'little is taken out');
});

test('another file is left alone', () => {
  assert.equal(transform('jsx("style", {})', '/node_modules/@radix-ui/react-dialog/dist/index.mjs'), undefined);
});

test('a version that is written otherwise stops the build', () => {
  assert.throws(
    () => transform('export const Viewport = 1;', FILE),
    /in another way than build\/plain-select\.ts knows/,
  );
});
