import {expect} from '@open-wc/testing';
import {createRouteTable} from './route-table.ts';

const head = (
  id: string,
  base: string,
): {id: string; name: string; version: string; manifest: string; base: string} => ({
  id,
  name: id,
  version: '1.0.0',
  manifest: `/m/${id}.json`,
  base,
});

describe('route table', () => {
  it('finds the owner of the longest base that the path begins with, by whole segments', () => {
    const table = createRouteTable();
    for (const one of [head('home', '/'), head('shop', '/shop'), head('cart', '/shop/cart')]) table.add(one);
    const owners = ['/', '/x/y', '/shop', '/shop/1', '/shop/cart/2', '/shopping'].map((path) => table.find(path));
    expect(owners.map((owner) => owner?.kind === 'module' && owner.head.id)).to.deep.equal([
      'home',
      'home',
      'shop',
      'shop',
      'cart',
      'home',
    ]);
  });

  it('lists what is claimed, and no more once it is given back', () => {
    const table = createRouteTable();
    const [shop, cart] = [head('shop', '/shop'), head('cart', '/shop/cart/')];
    table.add(shop);
    table.add(cart);
    const before = [...table.bases()];
    table.remove(shop);
    expect([before, [...table.bases()]]).to.deep.equal([['/shop', '/shop/cart'], ['/shop/cart']]);
  });

  it('refuses a base that belongs to another, by name', () => {
    const table = createRouteTable();
    table.add(head('shop', '/shop'));
    expect(() => table.add(head('other', '/shop/'))).to.throw(
      "The module 'other' claims the path '/shop/', which belongs to 'shop'.",
    );
  });

  it('says why a base has no module, until one takes it', () => {
    const table = createRouteTable();
    const module = {name: 'Shop', base: '/shop', reason: 'disabled'} as const;
    table.withhold([module]);
    expect(table.find('/shop/1')).to.deep.equal({kind: 'withheld', module});
    const other = head('other', '/shop');
    table.add(other);
    expect(table.find('/shop/1')).to.deep.equal({kind: 'module', head: other});
    table.remove(other);
    table.withhold([]);
    expect(table.find('/shop/1')).to.equal(undefined);
  });
});
