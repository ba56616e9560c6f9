import {expect} from '@open-wc/testing';
import {atom} from 'nanostores';
import type {PageState} from '../services.ts';
import {afterFirstPage} from './after-first-page.ts';

const SHOWN: PageState = {status: 'shown', path: '/', title: 'Home', breadcrumbs: [], layout: 'default'};
const LOADING: PageState = {status: 'loading', path: '/'};

describe('afterFirstPage', () => {
  it('waits until the page has been painted', async () => {
    const page = atom<PageState>(LOADING);
    const calls: string[] = [];
    const done = new Promise<void>((resolve) =>
      afterFirstPage(page, () => {
        calls.push('work');
        resolve();
      }),
    );
    page.set(SHOWN);
    calls.push('shown');
    requestAnimationFrame(() => calls.push('frame'));
    await done;
    expect(calls).to.deep.equal(['shown', 'frame', 'work']);
  });

  it('runs at once when something stands in place of the page, or the page has a breadcrumb', () => {
    const calls: string[] = [];
    const crumbs = [
      {label: 'A', path: '/a'},
      {label: 'B', path: '/a/b'},
    ];
    afterFirstPage(atom<PageState>({status: 'not-found', path: '/x'}), () => calls.push('not-found'));
    afterFirstPage(atom<PageState>({...SHOWN, breadcrumbs: crumbs}), () => calls.push('below others'));
    expect(calls).to.deep.equal(['not-found', 'below others']);
  });

  it('does not wait for a page that does not come, and runs once', async () => {
    const page = atom<PageState>(LOADING);
    let count = 0;
    afterFirstPage(page, () => (count += 1));
    await new Promise((resolve) => setTimeout(resolve, 350));
    page.set(SHOWN);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(count).to.equal(1);
  });
});
