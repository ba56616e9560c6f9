import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parse} from 'yaml';
import {KINDS, toResourcePath, type KindName} from './kinds.ts';
import {toListKey} from './queries.ts';

const specification = process.env['OPENCHOREO_SPEC_DIR'];

test('paths carry the namespace where the kind needs one, and names are escaped', () => {
  assert.equal(
    toResourcePath('components', {namespace: 'acme', name: 'a/b'}),
    '/api/v1/namespaces/acme/components/a%2Fb',
  );
  assert.equal(toResourcePath('namespaces', {}), '/api/v1/namespaces');
  assert.throws(() => toResourcePath('components', {name: 'cart'}), TypeError);
});

test('a key holds only the part of the scope that the list can be narrowed by', () => {
  const scope = {namespace: 'acme', project: 'shop', component: 'cart', environment: 'dev'};
  assert.deepEqual(
    (['namespaces', 'projects', 'components'] as const).map((kind) => toListKey(kind, scope).queryKey),
    [
      ['openchoreo', 'namespaces', {}, {}],
      ['openchoreo', 'projects', {namespace: 'acme'}, {}],
      ['openchoreo', 'components', {namespace: 'acme', project: 'shop'}, {}],
    ],
  );
});

test(
  "every kind's path and filters are in the platform's own description",
  {skip: specification === undefined && 'OPENCHOREO_SPEC_DIR is not set'},
  async () => {
    const api = parse(await readFile(join(specification!, 'openchoreo-api.yaml'), 'utf8')) as Api;
    for (const kind of Object.keys(KINDS) as KindName[]) {
      const list = api.paths[toResourcePath(kind, {namespace: 'NS'}).replace('NS', '{namespaceName}')]?.get;
      assert.ok(list, `${kind} has no list operation`);
      const parameters = list.parameters.map(
        ({name, $ref}) => name ?? api.components.parameters[$ref!.split('/').at(-1)!]!.name,
      );
      for (const filter of KINDS[kind].filters)
        assert.ok(parameters.includes(filter), `${kind} is not filtered by ${filter}`);
    }
  },
);

interface Api {
  paths: Record<string, {get?: {parameters: {name?: string; $ref?: string}[]}}>;
  components: {parameters: Record<string, {name: string}>};
}
