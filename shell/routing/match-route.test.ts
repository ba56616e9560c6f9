import type {Route} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {matchRoutes} from './match-route.ts';

const find = (routes: readonly Route[], path: string): unknown => {
  const match = matchRoutes(routes, path)[0];
  return match && [match.chain.map((route) => route.path), match.params];
};

describe('matchRoutes', () => {
  it('takes the written segment before the parameter, whatever stands first', () => {
    const routes = [{path: '/'}, {path: '/:id'}, {path: '/settings'}];
    expect([find(routes, '/'), find(routes, '/7'), find(routes, '/settings')]).to.deep.equal([
      [['/'], {}],
      [['/:id'], {id: '7'}],
      [['/settings'], {}],
    ]);
  });

  it('takes wildcards last', () => {
    const routes = [{path: '/(.*)'}, {path: '/:id/edit'}];
    expect([find(routes, '/7/edit'), find(routes, '/a/b/c')]).to.deep.equal([
      [['/:id/edit'], {id: '7'}],
      [['/(.*)'], {0: 'a/b/c'}],
    ]);
  });

  it('goes down through children, and collects the parameters', () => {
    const routes = [{path: '/:team', children: [{path: '/'}, {path: '/:page', children: [{path: '/edit'}]}]}];
    expect([
      find(routes, '/blue'),
      find(routes, '/blue/x'),
      find(routes, '/blue/x/edit'),
      find(routes, '/a/b/c'),
    ]).to.deep.equal([
      [['/:team', '/'], {team: 'blue'}],
      [['/:team', '/:page'], {team: 'blue', page: 'x'}],
      [['/:team', '/:page', '/edit'], {team: 'blue', page: 'x'}],
      undefined,
    ]);
  });

  it('decodes parameters, and keeps what cannot be decoded', () => {
    expect([find([{path: '/:id'}], '/a%20b'), find([{path: '/:id'}], '/%E0%A4')]).to.deep.equal([
      [['/:id'], {id: 'a b'}],
      [['/:id'], {id: '%E0%A4'}],
    ]);
  });
});
