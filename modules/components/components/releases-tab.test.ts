import {expect} from '@open-wc/testing';
import {PortalError, type Component, type ComponentRelease, type ReleaseBinding} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ReleasesTab} from './releases-tab.ts';

const OWNER = {projectName: 'shop', componentName: 'cart'};
const CART: Component = {
  metadata: {name: 'cart', namespace: 'acme'},
  spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}},
};

const release = (number: number, level: string): ComponentRelease => ({
  metadata: {name: `cart-${number}`, namespace: 'acme', creationTimestamp: `2026-01-0${number}T00:00:00Z`},
  spec: {
    owner: OWNER,
    componentType: {name: 'service', spec: {workloadType: 'deployment', template: 'x'.repeat(300 * number)}},
    workload: {container: {image: `cart:${number}`, env: [{key: 'LEVEL', value: level}]}},
  },
});

const binding = (
  environment: string,
  releaseName: string,
  state: 'Active' | 'Undeploy' = 'Active',
): ReleaseBinding => ({
  metadata: {name: `cart-${environment}`, namespace: 'acme'},
  spec: {owner: OWNER, environment, releaseName, state},
  status: {conditions: [{type: 'Ready', status: 'True', reason: 'Ready', lastTransitionTime: '2026-01-01T00:00:00Z'}]},
});

function hostWith(releases: readonly ComponentRelease[], options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({module: 'components', messages, ...options});
  host.platform.put('components', CART);
  host.platform.put('componentreleases', ...releases);
  return host;
}

const show = (host: TestHost, compare = ''): Promise<Mounted<ReleasesTab>> =>
  mount('components-releases-tab', ReleasesTab, host, {
    location: {params: {component: 'cart'}, query: new URLSearchParams({tab: 'components.releases', compare})},
  });

const rows = (page: Mounted<ReleasesTab>): unknown =>
  page
    .findAll('tbody tr')
    .map((row) => [
      row.querySelector('th')?.textContent.trim(),
      row.querySelector('.image')?.textContent.trim(),
      row.querySelector('.places')?.textContent.replace(/\s+/g, ' ').trim(),
    ]);

describe('ReleasesTab', () => {
  const three = [release(1, 'info'), release(3, 'debug'), release(2, 'info')];

  it('is accessible, and shows releases newest first with image and where they run', async () => {
    const host = hostWith(three);
    host.platform.put('environments', {
      metadata: {name: 'production', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Production'}},
    });
    host.platform.put(
      'releasebindings',
      binding('production', 'cart-1'),
      binding('staging', 'cart-3'),
      binding('development', 'cart-3', 'Undeploy'),
    );
    const page = await show(host);
    await expect(page.element).to.be.accessible();
    expect(rows(page)).to.deep.equal([
      ['cart-3', 'cart:3', 'staging: Running'],
      ['cart-2', 'cart:2', ''],
      ['cart-1', 'cart:1', 'Production: Running'],
    ]);
    expect(page.findAll<HTMLAnchorElement>('tbody a').map(({search}) => search)).to.deep.equal([
      '?tab=components.releases&compare=cart-2..cart-3&namespace=acme',
      '?tab=components.releases&compare=cart-1..cart-2&namespace=acme',
    ]);
    expect(host.missing).to.deep.equal([]);
  });

  it('compares two that are chosen, the older one first, by the address', async () => {
    const host = hostWith(three);
    const page = await show(host);
    const [third, second, first] = page.findAll<HTMLInputElement>('input');
    third?.click();
    await page.settle();
    expect(page.text()).to.contain('Choose one to compare cart-3 with.');
    expect(host.visits).to.deep.equal([]);
    first?.click();
    expect(host.visits.at(-1)).to.contain('compare=cart-1..cart-3');
    await page.go({params: {component: 'cart'}, query: new URLSearchParams('compare=cart-1..cart-3')});
    expect(page.find('h2')?.getRootNode()).to.have.property('activeElement', page.find('h2'));
    second?.click();
    expect(host.visits.at(-1)).to.contain('compare=cart-2..cart-3');
    third?.click();
    expect(host.visits.at(-1)).to.not.contain('compare');
  });

  it('tells what was changed, long values behind their beginning', async () => {
    const host = hostWith(three);
    const page = await show(host, 'cart-1..cart-3');
    await expect(page.element).to.be.accessible();
    const changes = page.findAll('li').map((row) => row.innerText.replace(/\s+/g, ' ').trim());
    expect(changes.slice(0, 2)).to.deep.equal([
      'Changed container.image cart:1 cart:3',
      'Changed container.env[LEVEL].value info debug',
    ]);
    expect(page.findAll('details').length).to.equal(2);
    expect(page.find('a.icon-only')?.getAttribute('href')).to.not.contain('compare');
    expect(host.missing).to.deep.equal([]);
    expect((await show(host, 'cart-1..cart-1')).text()).to.contain('Nothing in them differs');
    expect((await show(host, 'cart-1..cart-9')).text()).to.contain('There is no release cart-9');
  });

  it('says that there is none, that it failed, and that it is not for everybody', async () => {
    expect((await show(hostWith([]))).text()).to.contain('No release yet');
    const host = hostWith(three);
    host.platform.fail('list componentreleases', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('This could not be loaded.');
    host.platform.fail('list componentreleases', undefined);
    page.find('button')?.click();
    await page.settle();
    expect(rows(page)).to.have.length(3);
    const denied = hostWith([], {allows: (action) => action !== 'componentrelease:view'});
    expect((await show(denied)).text()).to.contain('componentrelease:view');
  });
});
