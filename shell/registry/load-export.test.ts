import {expect} from '@open-wc/testing';
import {rejection} from '../testing/rejection.ts';
import {createLoadExport} from './load-export.ts';

const HEAD = {id: 'a', name: 'A', version: '1.0.0', manifest: '/m/a/1.0.0/manifest.json?lang=de'};

describe('loading exports', () => {
  it('finds entries beside the manifest and imports each file once', async () => {
    const asked: string[] = [];
    const load = createLoadExport(async (url) => {
      asked.push(new URL(url).pathname);
      return {Page: 1, Card: 2};
    });
    const loaded = await Promise.all([load(HEAD, 'pages.js', 'Page'), load(HEAD, './pages.js', 'Card')]);
    expect([loaded, asked]).to.deep.equal([[1, 2], ['/m/a/1.0.0/pages.js']]);
  });

  it('asks for a file that failed under another address', async () => {
    const asked: string[] = [];
    const load = createLoadExport((url) => {
      asked.push(new URL(url).search);
      return asked.length < 3 ? Promise.reject(new TypeError('network')) : Promise.resolve({Page: 1});
    });
    for (let attempt = 0; attempt < 2; attempt++) {
      expect((await rejection(load(HEAD, 'pages.js', 'Page'))).code).to.equal('MODULE_LOAD_FAILED');
    }
    expect([await load(HEAD, 'pages.js', 'Page'), asked]).to.deep.equal([1, ['', '?retry=1', '?retry=2']]);
  });
});
