import {expect} from '@open-wc/testing';
import type {ModuleManifest} from '@openchoreo/portal-contract';
import {toContributedGroups, toPermissions} from './contribution-list.ts';

const manifest: ModuleManifest = {
  id: 'shop',
  name: 'Shop',
  version: '1.0.0',
  apiVersion: 1,
  permissions: ['view:shop'],
  routes: {
    base: '/shop',
    definitions: [
      {path: '/', redirect: '/carts'},
      {path: '/carts', title: 'Carts', permissions: ['cart:view'], children: [{path: '/:cart', title: 'Cart'}]},
    ],
  },
  navigation: [{id: 'carts', label: 'Carts', path: '/shop/carts', permissions: ['cart:view']}],
  contributes: {'dashboard.cards': [{id: 'total', title: 'Total'}]},
  events: {subscribe: ['shop:paid']},
};

describe('what a module contributes', () => {
  it('is listed in groups, without empty ones, pages with their whole path', () => {
    expect(toContributedGroups(manifest)).to.deep.equal([
      {
        kind: 'pages',
        items: [
          {name: '/shop', detail: '→ /shop/carts', permissions: []},
          {name: '/shop/carts', detail: 'Carts', permissions: ['cart:view']},
          {name: '/shop/carts/:cart', detail: 'Cart', permissions: []},
        ],
      },
      {kind: 'navigation', items: [{name: 'Carts', detail: '/shop/carts', permissions: ['cart:view']}]},
      {kind: 'contributions', items: [{name: 'Total', detail: 'dashboard.cards', permissions: []}]},
      {kind: 'subscribes', items: [{name: 'shop:paid', detail: '', permissions: []}]},
    ]);
  });

  it('names every permission once', () => {
    expect(toPermissions(manifest)).to.deep.equal(['cart:view', 'view:shop']);
  });
});
