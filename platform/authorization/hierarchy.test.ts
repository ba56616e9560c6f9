import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {covers, toPath} from './hierarchy.ts';

const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/);
const place = fc.record({namespace: name, project: name, component: name});

describe('paths', () => {
  it('are cut at the scope of the action', () => {
    const all = {namespace: 'acme', project: 'shop', component: 'cart'};
    const paths = (['cluster', 'namespace', 'project', 'component'] as const).map((scope) => toPath(all, scope));
    assert.deepEqual(paths, ['*', 'ns/acme', 'ns/acme/project/shop', 'ns/acme/project/shop/component/cart']);
    assert.equal(toPath({namespace: 'acme', project: 'shop', resource: 'db'}), 'ns/acme/project/shop/resource/db');
  });

  it('cover themselves, everything below and nothing beside', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const levels = ['cluster', 'namespace', 'project', 'component'] as const;
        for (const [depth, scope] of levels.entries()) {
          const keys = (['namespace', 'project', 'component'] as const).slice(0, depth);
          const same = keys.every((key) => a[key] === b[key]);
          assert.equal(covers(toPath(a, scope), toPath(b)), same);
        }
        assert.equal(covers(toPath(a), toPath(a, 'project')), false);
      }),
    );
  });

  it('do not cover a name that merely begins the same', () => {
    assert.equal(covers('ns/acme', 'ns/acme-two'), false);
    assert.equal(covers('ns/acme/project/shop', 'ns/acme/project/shop-two/component/cart'), false);
  });

  it('at cluster scope are covered by cluster-wide policies only', () => {
    assert.deepEqual([covers('*', '*'), covers('ns/acme', '*')], [true, false]);
  });
});
