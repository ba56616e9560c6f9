import assert from 'node:assert/strict';
import {test} from 'node:test';
import {leaveFacadesOut} from './leave-facades-out.ts';

interface File {
  readonly type: string;
  readonly name: string;
  code: string;
  imports: string[];
}

function run(file: Partial<File>): File {
  const whole: File = {type: 'chunk', name: 'assets/shell', code: '', imports: [], ...file};
  const {generateBundle} = leaveFacadesOut() as unknown as {generateBundle: (options: object, bundle: object) => void};
  generateBundle({}, {[whole.name]: whole});
  return whole;
}

test('a façade that is named for its effects alone goes, from everywhere it is named', () => {
  const code =
    'import"./lib/react.js";import "../../../assets/lib/@tanstack/react-query.js";\nimport{a}from"./a.js";a()';
  const {code: left, imports} = run({code, imports: ['assets/lib/react.js', 'assets/a.js']});
  assert.equal(left.trim(), 'import{a}from"./a.js";a()');
  assert.deepEqual(imports, ['assets/a.js']);
});

test('a façade that is imported for what it exports stays among the imports, where the build finds it', () => {
  const code = 'import{useState}from"./lib/react.js";useState()';
  assert.deepEqual(run({code, imports: ['assets/lib/react.js']}).imports, ['assets/lib/react.js']);
});

test('what is imported from elsewhere, or in words, stays as it is', () => {
  const code = 'import"./library/react.js";import"./a.js";const text=\'import lib from "./lib/react.js"\';';
  assert.equal(run({code}).code, code);
});

test('façades may name each other', () => {
  const code = 'import"./react.js";import"../lib/react.js";';
  assert.equal(run({name: 'assets/lib/react-dom.js', code}).code, code);
});
