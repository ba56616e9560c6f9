import {expect} from '@open-wc/testing';
import type {NavigationEntry} from '../services.ts';
import {findCurrentEntry} from './current-entry.ts';

const entry = (id: string, path?: string, children: NavigationEntry[] = []): NavigationEntry => ({
  id,
  label: id,
  module: 'test',
  children,
  ...(path && {path}),
});

const entries = [
  entry('home', '/'),
  entry('catalog', undefined, [entry('components', '/catalog/components'), entry('projects', '/catalog/projects')]),
  entry('all', '/catalog'),
];

describe('findCurrentEntry', () => {
  it('finds the nearest entry above the page, and home only at home', () => {
    const at = (path: string) => findCurrentEntry(entries, path)?.id;
    expect(['/', '/catalog/components/cart', '/catalog/componentsque', '/modules'].map(at)).to.deep.equal([
      'home',
      'components',
      'all',
      undefined,
    ]);
  });
});
