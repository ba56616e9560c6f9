import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseManifest, type Route} from '../manifest.ts';

const page = {component: {entry: './page.js', export: 'Page'}};

function faultsOf(definitions: readonly unknown[], base = '/shop'): readonly string[] {
  const routes = {base, definitions};
  const parsed = parseManifest({id: 'shop', name: 'Shop', version: '1.0.0', apiVersion: 1, routes});
  return parsed.ok ? [] : parsed.error.map(({path, found}) => `${path.replace('routes.definitions.', '')}: ${found}`);
}

describe('routes of a manifest', () => {
  it('may say what the portal reads', () => {
    const board = {path: '/board', ...page};
    assert.deepEqual(
      faultsOf([
        {path: '/', redirect: '/list'},
        {
          path: '/list',
          ...page,
          children: [
            {path: '/', ...page},
            {path: '/:id', ...page},
          ],
        },
        {path: '/builds/:number(\\d+)', ...page},
        {path: '/builds/:tab(logs|events)', ...page},
        {path: '/files/:path(.*)', ...page},
        {path: '/old/:id', redirect: '/list/:id'},
        {path: '/near', redirect: './list'},
        {
          path: '/deep/:id',
          children: [
            {path: '/', redirect: '../../list'},
            {path: '/:other', redirect: './'},
          ],
        },
        {...board, perspective: 'development'},
        {...board, perspective: 'platform-engineering'},
        {path: '/(.*)', ...page},
      ]),
      [],
    );
  });

  it('are refused where a path cannot be read, each by its place', () => {
    assert.deepEqual(
      faultsOf([
        {path: '/a*', ...page},
        {path: '/:id?', ...page},
        {path: '/:id((a+)+)', ...page},
        {path: '/(.*)/more', ...page},
        {path: '/x?y=1', ...page},
        {path: '/:id', ...page, children: [{path: '/:id', ...page}]},
        {path: '/fine', ...page},
      ]),
      [
        '0.path: "/a*"',
        '1.path: "/:id?"',
        '2.path: "/:id((a+)+)"',
        '3.path: "/(.*)/more"',
        '4.path: "/x?y=1"',
        '5.children.0.path: "/:id"',
      ],
    );
  });

  it('are refused where two are for one page', () => {
    assert.deepEqual(
      faultsOf([
        {path: '/:id', ...page},
        {path: '/:name', ...page},
        {path: '/team', children: [{path: '/board', ...page}]},
        {path: '/team/board', ...page, perspective: 'development'},
        {path: '/ops', ...page, perspective: 'both'},
        {path: '/ops', redirect: '/team/board', perspective: 'platform-engineering'},
      ]),
      [
        "1.path: '/:name', which routes.definitions.0 has already",
        "3.path: '/team/board', which routes.definitions.2.children.0 has already",
        "5.path: '/ops', which routes.definitions.4 has already",
      ],
    );
  });

  it('are refused where a redirect goes in a circle, and the circle is named', () => {
    assert.deepEqual(
      faultsOf([
        {path: '/a', redirect: '/b'},
        {path: '/b', redirect: './c'},
        {path: '/c', redirect: '/a'},
        {path: '/self', redirect: '/self'},
        {path: '/:id', redirect: '/:id/more'},
        {path: '/:id/more', redirect: '/:id'},
      ]),
      [
        '0.redirect: /a → /b → /c → /a',
        '1.redirect: /b → /c → /a → /b',
        '2.redirect: /c → /a → /b → /c',
        '3.redirect: /self → /self',
        '4.redirect: /some-id → /some-id/more → /some-id',
        '5.redirect: /some-id/more → /some-id → /some-id/more',
      ],
    );
  });

  it('are refused where a redirect leads nowhere, out of the module, or names what is not there', () => {
    assert.deepEqual(
      faultsOf([
        {path: '/list', ...page},
        {path: '/a', redirect: '/nowhere'},
        {path: '/b', redirect: '../list'},
        {path: '/c/:id', redirect: '/list/:other'},
        {path: '/d', redirect: '/list', children: [{path: '/more', ...page}]},
        {path: '/e', redirect: '/list?tab=x'},
      ]).map((fault) => fault.replace(/ → .*/, '')),
      [
        '2.redirect: "../list"',
        '3.redirect: :other',
        '4.redirect: "/list" beside children',
        '5.redirect: "/list?tab=x"',
        '1.redirect: /a',
        '2.redirect: /b',
        '3.redirect: /c/some-id',
        '5.redirect: /e',
      ],
    );
  });

  it('are refused where one says that it is under what is no page', () => {
    assert.deepEqual(
      faultsOf([
        {path: '/list', ...page},
        {path: '/list/:id', ...page},
        {path: '/create', ...page, under: '/list'},
        {path: '/import', ...page, under: '/list/all'},
        {path: '/export', ...page, under: '/list/:id'},
        {path: '/copy', ...page, under: '/gone'},
      ]),
      ['4.under: "/list/:id"', '5.under: "/gone"'],
    );
  });

  it('of the start page may lead to other modules', () => {
    assert.deepEqual(faultsOf([{path: '/home', redirect: '/catalog/components'}], '/'), []);
  });

  it('are answered for, whatever they are', () => {
    const part = fc.oneof(fc.constantFrom('a', 'b', ':a', ':b', ':a(\\d+)', ':c(x|y)', '(.*)', '..'), fc.string());
    const path = fc.array(part, {maxLength: 3}).map((parts) => `/${parts.join('/').replace(/\s/g, '')}`);
    const {route} = fc.letrec<{route: Route}>((tie) => ({
      route: fc.record(
        {
          path,
          redirect: fc.oneof(
            path,
            path.map((to) => `.${to}`),
          ),
          children: fc.array(tie('route'), {maxLength: 2, depthIdentifier: 'routes'}),
        },
        {requiredKeys: ['path']},
      ),
    }));
    fc.assert(fc.property(fc.array(route, {maxLength: 4}), (all) => Array.isArray(faultsOf(all))));
  });
});
