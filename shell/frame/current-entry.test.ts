import {expect} from '@open-wc/testing';
import type {NavigationEntry, PageState} from '../services.ts';
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

const page = (path: string, ...above: readonly string[]): PageState => ({
  status: 'shown',
  path,
  title: path,
  breadcrumbs: [...above, path].map((one) => ({label: one, path: one})),
  layout: 'default',
});

describe('findCurrentEntry', () => {
  it('finds the nearest entry above the page, and home only at home', () => {
    const at = (path: string) => findCurrentEntry(entries, page(path, '/'))?.id;
    expect(['/', '/catalog/components/cart', '/catalog/componentsque', '/modules'].map(at)).to.deep.equal([
      'home',
      'components',
      'all',
      undefined,
    ]);
  });

  it('finds the entry of the page that another one says it is under', () => {
    expect([
      findCurrentEntry(entries, page('/catalog/create', '/catalog/components'))?.id,
      findCurrentEntry(entries, {status: 'loading', path: '/catalog/create'})?.id,
    ]).to.deep.equal(['components', 'all']);
  });
});
