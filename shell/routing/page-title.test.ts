import {expect} from '@open-wc/testing';
import {findRoute, type ModuleManifest, type Perspective} from '@openchoreo/portal-contract';
import {toBreadcrumbs} from './page-title.ts';

const component = {tag: 'shop-page'};
const MANIFEST: ModuleManifest = {
  id: 'shop',
  name: 'Shop',
  version: '1.0.0',
  apiVersion: 1,
  routes: {
    base: '/shop',
    definitions: [
      {path: '/', component, title: 'Shop'},
      {path: '/carts', component, title: 'Carts', perspective: 'development'},
      {path: '/carts/:cart', component, title: 'Cart :cart'},
      {path: '/new-cart', component, title: 'New cart', under: '/carts'},
    ],
  },
};

function crumbs(path: string, perspective: Perspective = 'development'): readonly string[] {
  const head = {id: 'shop', name: 'Shop', version: '1.0.0', base: '/shop', manifest: '/manifest.json'};
  const match = findRoute(MANIFEST.routes?.definitions ?? [], path.slice('/shop'.length), perspective)!;
  return toBreadcrumbs({head, manifest: MANIFEST, match}, {path, perspective}, 'here').map(
    ({label, path: at}) => `${label} ${at}`,
  );
}

describe('breadcrumbs', () => {
  it('are the pages at every shorter path', () => {
    expect(crumbs('/shop/carts/7')).to.deep.equal(['Shop /shop', 'Carts /shop/carts', 'here /shop/carts/7']);
  });

  it('are the way to the page that a route says it is under, as far as the perspective has it', () => {
    expect(crumbs('/shop/new-cart')).to.deep.equal(['Shop /shop', 'Carts /shop/carts', 'here /shop/new-cart']);
    expect(crumbs('/shop/new-cart', 'platform-engineering')).to.deep.equal(['Shop /shop', 'here /shop/new-cart']);
  });
});
