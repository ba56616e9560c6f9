import {expect} from '@open-wc/testing';
import type {Component} from '@openchoreo/portal-contract';
import {applyListView, parseListView, toListQuery} from './list-view.ts';

const component = (name: string, type = 'deployment/service', created = '2026-01-01'): Component => ({
  metadata: {name, creationTimestamp: created, annotations: {'openchoreo.dev/description': `All about ${name}`}},
  spec: {owner: {projectName: 'shop'}, componentType: {name: type}},
});

const view = (query: string) => parseListView(new URLSearchParams(query));

const found = (components: readonly Component[], query: string): readonly string[] =>
  applyListView(components, view(query), 25).rows.map(({metadata}) => metadata.name);

describe('the view of the component list', () => {
  it('survives the way through the address', () => {
    for (const query of ['', '?q=cart+shop', '?type=deployment%2Fservice&status=ready', '?sort=-created&page=3']) {
      expect(toListQuery(view(query))).to.equal(query);
    }
  });

  it('reads what it cannot use as the default', () => {
    expect(toListQuery(view('?page=-3&sort=color'))).to.equal('');
    expect(toListQuery(view('?page=1e99&sort=-'))).to.equal('');
  });

  it('finds every word anywhere in name, description and project', () => {
    const all = [component('cart'), component('pay')];
    expect(found(all, 'q=about+CART')).to.deep.equal(['cart']);
    expect(found(all, 'q=shop')).to.deep.equal(['cart', 'pay']);
    expect(found(all, 'q=cart+pay')).to.deep.equal([]);
  });

  it('filters by type and state', () => {
    const all = [component('cart'), component('job', 'cronjob/task')];
    expect(found(all, 'type=cronjob/task')).to.deep.equal(['job']);
    expect(found(all, 'status=pending')).to.deep.equal(['cart', 'job']);
    expect(found(all, 'status=ready')).to.deep.equal([]);
  });

  it('sorts numbers in names as numbers, and equals by name', () => {
    const all = ['c10', 'c9', 'c1'].map((name) => component(name));
    expect(found(all, '')).to.deep.equal(['c1', 'c9', 'c10']);
    expect(found(all, 'sort=-name')).to.deep.equal(['c10', 'c9', 'c1']);
    expect(found(all, 'sort=created')).to.deep.equal(['c1', 'c9', 'c10']);
  });

  it('shows the last page for an old link to a page that is gone', () => {
    const all = Array.from({length: 26}, (_, index) => component(`c${index}`));
    const {rows, ...rest} = applyListView(all, view('page=9'), 25);
    expect({...rest, names: rows.map(({metadata}) => metadata.name)}).to.deep.equal({
      total: 26,
      page: 2,
      pages: 2,
      names: ['c25'],
    });
  });
});
