import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseManifest, type ModuleManifest, type Perspective} from '@openchoreo/portal-contract';
import {manifest} from '../testing/write-build.ts';
import {findByPath, findPage} from './find-page.ts';

interface TestRoute {
  readonly path: string;
  readonly title?: string;
  readonly redirect?: string;
  readonly perspective?: Perspective;
  readonly children?: readonly TestRoute[];
}

const component = {tag: 'test-page'};

function withRoutes(base: string, routes: readonly TestRoute[]): ModuleManifest {
  const toDefinition = ({children = [], ...route}: TestRoute): object =>
    route.redirect === undefined ? {...route, component, children: children.map(toDefinition)} : route;
  const parsed = parseManifest(manifest('test', {routes: {base, definitions: routes.map(toDefinition)}}));
  assert.ok(parsed.ok);
  return parsed.value;
}

const catalog = withRoutes('/catalog', [
  {path: '/', title: 'Start'},
  {path: '/:kind', title: 'Kind'},
  {path: '/components', title: 'List'},
  {path: '/components/:component', title: 'Detail', children: [{path: '/edit', title: 'Edit'}]},
  {path: '/old/:component', redirect: '/components/:component'},
  {path: '/new', redirect: './components'},
  {path: '/board', title: 'Development board', perspective: 'development'},
  {path: '/board', title: 'Platform board', perspective: 'platform-engineering'},
]);

function titlesAt(path: string, perspective: Perspective = 'development'): readonly (string | undefined)[] | undefined {
  return findPage([{manifest: catalog}], path, perspective)?.match?.chain.map(({title}) => title);
}

describe('findPage', () => {
  it('finds the route, a written segment before a parameter', () => {
    assert.deepEqual(titlesAt('/catalog'), ['Start']);
    assert.deepEqual(titlesAt('/catalog/components'), ['List']);
    assert.deepEqual(titlesAt('/catalog/other'), ['Kind']);
  });

  it('finds children below their parents, with all parameters', () => {
    assert.deepEqual(titlesAt('/catalog/components/cart/edit'), ['Detail', 'Edit']);
    assert.deepEqual(findPage([{manifest: catalog}], '/catalog/components/a%20b/edit', 'development')?.match?.params, {
      component: 'a b',
    });
  });

  it('prefers the route of the perspective', () => {
    assert.deepEqual(titlesAt('/catalog/board', 'platform-engineering'), ['Platform board']);
  });

  it('finds nothing at a page of the other perspective, of whichever level', () => {
    const at = (rest: Readonly<Record<string, unknown>>, routes: Readonly<Record<string, unknown>> = {}): unknown => {
      const definitions = [{path: '/', component}];
      const parsed = parseManifest(manifest('test', {...rest, routes: {base: '/test', definitions, ...routes}}));
      assert.ok(parsed.ok);
      return findPage([{manifest: parsed.value}], '/test', 'development')?.match?.chain.length;
    };
    const perspective = 'platform-engineering';
    assert.deepEqual(
      [at({}), at({perspective}), at({}, {perspective}), at({}, {definitions: [{path: '/', component, perspective}]})],
      [1, undefined, undefined, undefined],
    );
  });

  it('follows redirects to where the shell will end, and no circle', () => {
    const titleAt = (path: string): unknown =>
      findPage([{manifest: catalog}], path, 'development')?.match?.chain.at(-1)?.title;
    assert.deepEqual(['/catalog/old/cart', '/catalog/new'].map(titleAt), ['Detail', 'List']);
    const circle = {...catalog, routes: {base: '/c', definitions: [{path: '/a', redirect: '/a'}]}};
    assert.equal(findPage([{manifest: circle}], '/c/a', 'development')?.match, undefined);
  });

  it('finds nothing where nothing is', () => {
    assert.equal(titlesAt('/catalogue'), undefined);
    assert.equal(titlesAt('/catalog/components/cart/edit/more'), undefined);
    assert.equal(titlesAt('/'), undefined);
  });

  it('takes what is no encoding as it is', () => {
    assert.deepEqual(findPage([{manifest: catalog}], '/catalog/components/%zz', 'development')?.match?.params, {
      component: '%zz',
    });
  });
});

describe('findByPath', () => {
  it('finds the module with the longest base', () => {
    const home = {manifest: withRoutes('/', [])};
    const other = {manifest: catalog};
    const none = {manifest: withRoutes('/modules', [])};
    assert.equal(findByPath([home, other, none], '/catalog/components'), other);
    assert.equal(findByPath([home, other, none], '/catalogue'), home);
    assert.equal(findByPath([other], '/'), undefined);
  });
});
