import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseManifest} from '@openchoreo/portal-contract';
import {manifest} from '../testing/write-build.ts';
import {checkModules} from './check-modules.ts';
import type {AcceptedModule} from './registered-module.ts';

function accepted(id: string, rest: Readonly<Record<string, unknown>> = {}): AcceptedModule {
  const parsed = parseManifest(manifest(id, rest));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const {value} = parsed;
  const listed = {id, version: value.version, base: `/m/${id}/${value.version}/`, source: `modules/${id}`};
  return {...listed, status: 'accepted', manifest: value, preload: {}, messages: {}};
}

const routes = (base: string) => ({routes: {base, definitions: []}});
const needs = (modules: Readonly<Record<string, string>>) => ({dependencies: {modules}});

function faultsOf(modules: readonly AcceptedModule[]): Readonly<Record<string, readonly string[]>> {
  const checked = checkModules(modules, '0.1.0');
  return Object.fromEntries(
    checked.flatMap((module, index) =>
      module.status === 'refused' ? [[`${index} ${module.id}`, module.problem.faults ?? []]] : [],
    ),
  );
}

describe('checkModules', () => {
  it('accepts what fits together, whatever the order', () => {
    const modules = [
      accepted('b', {...routes('/b'), ...needs({a: '^1.0.0'})}),
      accepted('a', routes('/')),
      accepted('c', routes('/c')),
    ];
    assert.deepEqual(faultsOf(modules), {});
  });

  it('refuses the second of two with one id', () => {
    assert.deepEqual(faultsOf([accepted('a'), accepted('a')]), {
      '1 a': ["Two modules claim the id 'a'; the second was refused."],
    });
  });

  it('refuses the second claim of a path, at it, above it and below it', () => {
    const faults = faultsOf([
      accepted('first', routes('/catalog')),
      accepted('same', routes('/catalog/')),
      accepted('below', routes('/catalog/more')),
      accepted('beside', routes('/catalogue')),
      accepted('home', routes('/')),
      accepted('home-two', routes('/')),
    ]);
    assert.deepEqual(faults, {
      '1 same': ["The module 'same' claims the path '/catalog/', which belongs to 'first'."],
      '2 below': ["The module 'below' claims the path '/catalog/more', which belongs to 'first'."],
      '5 home-two': ["The module 'home-two' claims the path '/', which belongs to 'home'."],
    });
  });

  it('refuses modules for another portal', () => {
    assert.deepEqual(faultsOf([accepted('a', {engines: {portal: '^2.0.0'}})]), {
      '0 a': ["The module 'a' is for portal ^2.0.0; this is 0.1.0."],
    });
  });

  it('refuses missing dependencies and other versions, all of them listed', () => {
    const faults = faultsOf([accepted('a', needs({b: '^2.0.0', gone: '*'})), accepted('b')]);
    assert.deepEqual(faults, {
      '0 a': [
        "The module 'a' needs 'b' ^2.0.0, but 1.0.0 is installed.",
        "The module 'a' needs 'gone', which is not installed or is disabled.",
      ],
    });
  });

  it('refuses what needs a refused module, and what needs that', () => {
    const faults = faultsOf([
      accepted('a', needs({b: '*'})),
      accepted('b', needs({c: '*'})),
      accepted('c', needs({gone: '*'})),
    ]);
    assert.deepEqual(Object.keys(faults), ['0 a', '1 b', '2 c']);
    assert.deepEqual(faults['0 a'], ["The module 'a' needs 'b', which could not be activated."]);
  });

  it('names a cycle by its way round, and lets everybody else be', () => {
    const modules = [
      accepted('a', needs({b: '*'})),
      accepted('b', needs({c: '*'})),
      accepted('c', needs({a: '*'})),
      accepted('alone'),
      accepted('self', needs({self: '*'})),
    ];
    const faults = faultsOf(modules);
    assert.deepEqual(Object.keys(faults), ['0 a', '1 b', '2 c', '4 self']);
    assert.equal(faults['0 a']?.[0], 'These modules need each other in a circle: a → b → c → a.');
    assert.equal(faults['4 self']?.[0], 'These modules need each other in a circle: self → self.');
  });
});
