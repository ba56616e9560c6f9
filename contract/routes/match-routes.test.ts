import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Route} from '../manifest.ts';
import {findRoute, matchRoutes} from './match-routes.ts';
import {toPath} from './params.ts';

const find = (routes: readonly Route[], path: string): unknown => {
  const match = findRoute(routes, path, 'development');
  return match && [match.chain.map((route) => route.path), match.params];
};

describe('findRoute', () => {
  it('takes the written segment before the parameter, whatever stands first', () => {
    const routes = [{path: '/'}, {path: '/:id'}, {path: '/settings'}];
    assert.deepEqual(
      [find(routes, '/'), find(routes, '/7'), find(routes, '/settings')],
      [
        [['/'], {}],
        [['/:id'], {id: '7'}],
        [['/settings'], {}],
      ],
    );
  });

  it('takes a parameter that says what it accepts before any parameter, and a rest last', () => {
    const routes = [{path: '/(.*)'}, {path: '/:id'}, {path: '/:build(\\d+)'}, {path: '/:tab(logs|events)'}];
    assert.deepEqual(
      ['/12', '/logs', '/12a', '/a/b'].map((path) => find(routes, path)),
      [
        [['/:build(\\d+)'], {build: '12'}],
        [['/:tab(logs|events)'], {tab: 'logs'}],
        [['/:id'], {id: '12a'}],
        [['/(.*)'], {0: 'a/b'}],
      ],
    );
  });

  it('compares whole addresses, not one level at a time', () => {
    const routes = [{path: '/a/:x'}, {path: '/a', children: [{path: '/b'}]}];
    assert.deepEqual(find(routes, '/a/b'), [['/a', '/b'], {}]);
  });

  it('goes down through children to any depth, and collects the parameters', () => {
    const edit = {path: '/edit', children: [{path: '/:field'}]};
    const routes = [{path: '/:team', children: [{path: '/'}, {path: '/:page', children: [edit]}]}];
    assert.deepEqual(
      ['/blue', '/blue/x', '/blue/x/edit', '/blue/x/edit/name', '/a/b/c'].map((path) => find(routes, path)),
      [
        [['/:team', '/'], {team: 'blue'}],
        [['/:team', '/:page'], {team: 'blue', page: 'x'}],
        [['/:team', '/:page', '/edit'], {team: 'blue', page: 'x'}],
        [['/:team', '/:page', '/edit', '/:field'], {team: 'blue', page: 'x', field: 'name'}],
        undefined,
      ],
    );
  });

  it('takes the route of the perspective, and finds that of the other one alone', () => {
    const routes: Route[] = [
      {path: '/board', title: 'Dev', perspective: 'development'},
      {path: '/board', title: 'Ops', perspective: 'platform-engineering'},
      {path: '/planes', title: 'Planes', perspective: 'platform-engineering'},
      {path: '/:any', title: 'Any'},
    ];
    const titles = (path: string): unknown[] =>
      (['development', 'platform-engineering'] as const).map((one) => findRoute(routes, path, one)?.chain[0]?.title);
    assert.deepEqual(
      [titles('/board'), titles('/planes')],
      [
        ['Dev', 'Ops'],
        ['Planes', 'Planes'],
      ],
    );
  });

  it('decodes parameters and written text, and keeps what cannot be decoded', () => {
    assert.deepEqual(
      [
        find([{path: '/:id'}], '/a%20b'),
        find([{path: '/:id'}], '/%E0%A4'),
        find([{path: '/größe'}], '/gr%C3%B6%C3%9Fe'),
      ],
      [
        [['/:id'], {id: 'a b'}],
        [['/:id'], {id: '%E0%A4'}],
        [['/größe'], {}],
      ],
    );
  });

  it('finds nothing where a segment is empty', () => {
    assert.deepEqual([find([{path: '/:a/:b'}], '/x/'), find([{path: '/:a'}], '//')], [undefined, undefined]);
  });
});

const word = fc.stringMatching(/^[a-z]{1,3}$/);
const part = fc.oneof(
  word,
  word.map((name) => `:${name}`),
  word.map((name) => `:${name}(\\d+)`),
  word.map((name) => `:${name}(a|b)`),
);
const path = fc.array(part, {maxLength: 3}).map((parts) => `/${parts.join('/')}`);
const {route} = fc.letrec<{route: Route}>((tie) => ({
  route: fc.record(
    {path, children: fc.array(tie('route'), {maxLength: 2, depthIdentifier: 'routes'})},
    {requiredKeys: ['path']},
  ),
}));
const routes = fc.array(route, {maxLength: 4});
const address = fc.array(fc.oneof(word, fc.constantFrom('a', 'b', '1', '12', '%E0%A4', 'a%20b')), {maxLength: 5});

describe('whatever the routes are', () => {
  it('matching never throws, whatever the address', () => {
    fc.assert(fc.property(routes, fc.string(), (all, text) => Array.isArray(matchRoutes(all, text))));
  });

  it('what the routes of a match took is the address', () => {
    fc.assert(
      fc.property(routes, address, (all, segments) => {
        const wanted = segments.length === 0 ? '' : `/${segments.join('/')}`;
        return matchRoutes(all, wanted).every(({paths}) => paths.join('') === wanted);
      }),
    );
  });

  it('the most specific match is the first', () => {
    fc.assert(
      fc.property(routes, address, (all, segments) => {
        const ranks = matchRoutes(all, `/${segments.join('/')}`).map(({rank}) => rank);
        return ranks.every((rank, index) => index === 0 || rank <= (ranks[index - 1] ?? ''));
      }),
    );
  });

  it('turning the order of routes round finds a route as specific', () => {
    fc.assert(
      fc.property(routes, address, (all, segments) => {
        const at = `/${segments.join('/')}`;
        const rankOf = (list: readonly Route[]): string | undefined => findRoute(list, at, 'development')?.rank;
        return rankOf(all) === rankOf(all.toReversed());
      }),
    );
  });

  it('an address that was built from a path and values is read back as these values', () => {
    const value = fc.string({minLength: 1}).filter((text) => !/^[.]{1,2}$/.test(text) && isWellFormed(text));
    fc.assert(
      fc.property(fc.uniqueArray(word, {maxLength: 3}), word, value, (names, first, text) => {
        const pattern = `/${[first, ...names.map((name) => `:${name}`)].join('/')}`;
        const params = Object.fromEntries(names.map((name) => [name, text]));
        const match = matchRoutes([{path: pattern}], toPath(pattern, params))[0];
        assert.deepEqual(match?.params, params);
      }),
    );
  });
});

/** Half a surrogate pair has no encoding. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text);
}
