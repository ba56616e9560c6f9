import {expect} from '@open-wc/testing';
import {atom} from 'nanostores';
import type {PageState} from '../services.ts';
import {afterFirstPage} from './after-first-page.ts';

const SHOWN: PageState = {status: 'shown', path: '/', title: 'Home', breadcrumbs: [], layout: 'default'};
const LOADING: PageState = {status: 'loading', path: '/'};
const noParts = (): Promise<void> => Promise.resolve();

describe('afterFirstPage', () => {
  it('waits until the page and its parts have been painted', async () => {
    const page = atom<PageState>(LOADING);
    const calls: string[] = [];
    const partsSettled = async (): Promise<void> => {
      calls.push('parts');
      requestAnimationFrame(() => calls.push('frame of the parts'));
    };
    const done = new Promise<void>((resolve) =>
      afterFirstPage({page, partsSettled}, () => {
        calls.push('work');
        resolve();
      }),
    );
    page.set(SHOWN);
    requestAnimationFrame(() => calls.push('frame of the page'));
    await done;
    expect(calls).to.deep.equal(['frame of the page', 'parts', 'frame of the parts', 'work']);
  });

  it('runs at once when something stands in place of the page, or the page has a breadcrumb', () => {
    const calls: string[] = [];
    const breadcrumbs = [
      {label: 'A', path: '/a'},
      {label: 'B', path: '/a/b'},
    ];
    const missing = atom<PageState>({status: 'not-found', path: '/x'});
    afterFirstPage({page: missing, partsSettled: noParts}, () => calls.push('not-found'));
    const below = atom<PageState>({...SHOWN, breadcrumbs});
    afterFirstPage({page: below, partsSettled: noParts}, () => calls.push('below others'));
    expect(calls).to.deep.equal(['not-found', 'below others']);
  });

  it('does not wait for a page that does not come, and runs once', async () => {
    const page = atom<PageState>(LOADING);
    let count = 0;
    afterFirstPage({page, partsSettled: noParts}, () => (count += 1));
    await new Promise((resolve) => setTimeout(resolve, 450));
    page.set(SHOWN);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count).to.equal(1);
  });
});
