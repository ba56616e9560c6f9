import {expect} from '@open-wc/testing';
import {toBoot} from '../testing/start-portal.ts';
import {ALPHA} from '../testing/manifests.ts';
import {rejection} from '../testing/rejection.ts';
import {fetchBoot} from './fetch-boot.ts';
import {parseBoot, readBoot} from './read-boot.ts';

describe('boot data', () => {
  it('is read as it was written', () => {
    const boot = toBoot([ALPHA]);
    expect(parseBoot(JSON.stringify(boot))).to.deep.equal(JSON.parse(JSON.stringify(boot)));
  });

  it('is refused with what is wrong', () => {
    const {session, ...rest} = toBoot([ALPHA]);
    expect(session.user.id).to.equal('u1');
    expect(() => parseBoot(JSON.stringify(rest))).to.throw(TypeError, /session/);
  });

  it('is missed by name', () => {
    expect(() => readBoot(document.implementation.createHTMLDocument())).to.throw(TypeError, /portal-boot/);
  });

  it('is not there when the answer is the sign-in page', async () => {
    const {code} = await rejection(fetchBoot('/', () => Promise.resolve(new Response('<form>'))));
    expect(code).to.equal('SESSION_EXPIRED');
  });
});
