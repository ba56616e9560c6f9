import {expect} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import {createAcme} from '../testing/acme.ts';
import {AnalyticsWidget} from './analytics-widget.ts';

const show = (host: TestHost, properties: Partial<AnalyticsWidget> = {}): Promise<Mounted<AnalyticsWidget>> =>
  mount('analytics-widget', AnalyticsWidget, host, {properties});

describe('<analytics-widget>', () => {
  it('is accessible with figures, without, and when they cannot be had', async () => {
    const failing = createAcme();
    failing.platform.fail('list', new PortalError('OFFLINE', []));
    for (const host of [createAcme(), createAcme({scope: {namespace: 'empty'}}), failing, createAcme({scope: {}})]) {
      const widget = await show(host);
      await expect(widget.element).to.be.accessible();
      expect(host.missing).to.deep.equal([]);
    }
    expect((await show(failing)).text()).to.contain('could not be loaded');
  });

  it('counts the named project, whatever is selected, and leads to its page', async () => {
    const host = createAcme({scope: {namespace: 'acme', project: 'pay'}});
    expect((await show(host)).find('strong')!.innerText).to.equal('1');
    const widget = await show(host, {project: 'shop', range: '1y'});
    expect(widget.text()).to.contain('2 +2 in 12 months');
    expect(new URL(widget.find<HTMLAnchorElement>('a')!.href).search).to.equal('?namespace=acme&project=shop');
    widget.element.setAttribute('project', 'nowhere');
    await widget.settle();
    expect(widget.text()).to.contain('0 none new');
  });

  it('tells of each answer once, whatever others show beside it', async () => {
    const host = createAcme();
    const told: unknown[] = [];
    host.events.on('analytics:data-updated', ({project}) => told.push(project));
    for (const project of ['shop', 'pay', 'shop']) await show(host, {project});
    const [one, two] = [await show(host, {project: 'shop'}), await show(host, {project: 'pay'})];
    for (const widget of [one, two, one]) {
      widget.element.requestUpdate();
      await widget.settle();
    }
    // Each is in a page of its own here, with a cache of its own: five questions, five answers.
    expect(told).to.deep.equal(['shop', 'pay', 'shop', 'shop', 'pay']);
    expect(Object.keys(host.storeValues('analytics').get()['answered'] as object)).to.deep.equal([
      'acme/shop',
      'acme/pay',
    ]);
  });
});
