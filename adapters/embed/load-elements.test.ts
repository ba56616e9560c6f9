import {expect} from '@open-wc/testing';
import type {PortalError} from '@openchoreo/portal-contract';
import {loadElements} from './load-elements.ts';

describe('loadElements', () => {
  it('gets the script of the module from the portal itself', async () => {
    const asked: string[] = [];
    const portal = await loadElements(
      'https://portal.example/',
      'shop',
      async (url) => (asked.push(url), {signOut() {}}),
    );
    expect([asked, Object.keys(portal)]).to.deep.equal([['https://portal.example/embed/shop.js'], ['signOut']]);
  });

  it('says by name what the portal does not have', async () => {
    const error = await loadElements('https://portal.example', '../x', () =>
      Promise.reject(new TypeError('404')),
    ).catch((thrown: unknown) => thrown as PortalError);
    expect([(error as PortalError).code, (error as PortalError).values]).to.deep.equal(['MODULE_UNKNOWN', ['../x']]);
  });
});
