import {expect} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import {createAcme} from '../testing/acme.ts';
import {GrowthCard} from './growth-card.ts';

const show = async (host: TestHost): Promise<Mounted<GrowthCard> & {readonly announced: boolean}> => {
  let announced = false;
  const note = (): boolean => (announced = true);
  document.addEventListener('portal-card-ready', note);
  const card = await mount('analytics-growth-card', GrowthCard, host);
  document.removeEventListener('portal-card-ready', note);
  return {...card, announced};
};

describe('the card on the dashboard', () => {
  it('is accessible with data, without, and when it failed, and announces each of these', async () => {
    const failing = createAcme();
    failing.platform.fail('list', new PortalError('OFFLINE', []));
    for (const host of [createAcme(), createAcme({scope: {namespace: 'empty'}}), failing]) {
      const card = await show(host);
      await expect(card.element).to.be.accessible();
      expect(card.announced).to.equal(true);
      expect(host.missing).to.deep.equal([]);
    }
  });

  it('says how many came, draws it, and follows the selection', async () => {
    const host = createAcme();
    const card = await show(host);
    expect(card.text()).to.equal('2 of 3 came in the last 90 days');
    expect(card.find('polyline')!.getAttribute('points')!.split(' ').length).to.equal(13);
    host.scope.set({namespace: 'acme', project: 'pay'});
    await card.settle();
    expect(card.text()).to.equal('1 of 1 came in the last 90 days');
  });

  it('does not announce itself before there is something to see', async () => {
    const host = createAcme();
    host.platform.hold('list');
    const card = await show(host);
    expect([card.announced, card.find('[aria-busy=true]') === null]).to.deep.equal([false, false]);
  });
});
