import {expect} from '@open-wc/testing';
import {type Component, PortalError} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import {ParametersTab} from '../components/parameters-tab.ts';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentDetailPage} from './component-detail-page.ts';

const CART: Component = {
  metadata: {
    name: 'cart',
    namespace: 'acme',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels: {team: 'shop'},
    annotations: {'openchoreo.dev/display-name': 'Cart', 'openchoreo.dev/description': 'Keeps carts'},
  },
  spec: {
    owner: {projectName: 'shop'},
    componentType: {name: 'deployment/service'},
    parameters: {port: 8080, readiness: {path: '/healthz'}},
  },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        reason: 'WorkloadNotFound',
        message: 'There is no workload',
        lastTransitionTime: '2026-01-01T00:00:00Z',
      },
    ],
  },
};

function hostWith(component: Component | undefined, options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({module: 'components', messages, ...options});
  if (component) host.platform.put('components', component);
  return host;
}

const show = (host: TestHost): Promise<Mounted<ComponentDetailPage>> =>
  mount('components-component-detail-page', ComponentDetailPage, host, {location: {params: {component: 'cart'}}});

const gates = (page: Mounted<ComponentDetailPage>): Record<string, string> =>
  Object.fromEntries(
    page
      .findAll<HTMLElement & {permission: string}>('portal-gated')
      .map((gate) => [gate.permission, gate.shadowRoot!.querySelector('slot')!.name || 'shown']),
  );

describe('ComponentDetailPage', () => {
  it('is accessible', async () => {
    const host = hostWith(CART);
    host.platform.put('workloads', {
      metadata: {name: 'cart', namespace: 'acme'},
      spec: {
        owner: {projectName: 'shop', componentName: 'cart'},
        container: {image: 'cart:1', env: [{key: 'LEVEL'}]},
        endpoints: {api: {type: 'HTTP', port: 80, visibility: ['project']}},
      },
    });
    const page = await show(host);
    await expect(page.element).to.be.accessible();
    expect(page.text()).to.contain('cart:1').and.to.contain('LEVEL').and.to.contain('HTTP');
  });

  it('shows what the component is, how it is and what it is set to', async () => {
    const host = hostWith(CART);
    const page = await show(host);
    for (const text of ['Cart', 'Keeps carts', 'shop', 'deployment/service', 'team', 'No workload yet']) {
      expect(page.text()).to.contain(text);
    }
    expect(page.text()).to.contain('There is no workload');
    const tab = await mount('components-parameters-tab', ParametersTab, host, {
      location: {params: {component: 'cart'}},
    });
    expect(tab.text()).to.contain('readiness.path').and.to.contain('/healthz');
    await expect(tab.element).to.be.accessible();
    expect(host.missing).to.deep.equal([]);
  });

  it('offers to change and to delete only what the person may, in the scope of the component', async () => {
    const asked: unknown[] = [];
    const host = hostWith(CART, {
      allows: (action, scope) => {
        asked.push([action, scope]);
        return action === 'component:update';
      },
    });
    expect(gates(await show(host))).to.deep.equal({'component:update': 'shown', 'component:delete': 'denied'});
    expect(asked).to.deep.include(['component:delete', {namespace: 'acme', project: 'shop', component: 'cart'}]);
  });

  it('deletes after a clear yes and returns to the list', async () => {
    const host = hostWith(CART);
    const page = await show(host);
    page.find('button.danger')!.click();
    await page.settle();
    expect(host.questions.length).to.equal(1);
    expect(host.platform.all('components')).to.deep.equal([]);
    expect(host.visits).to.deep.equal(['/catalog/components']);
    expect(host.notices).to.deep.equal(['success: Cart was deleted.']);
    expect(host.previews).to.deep.equal([{of: 'components cart', ended: 'confirmed'}]);
  });

  it('deletes nothing after a no, and says why when the platform refuses', async () => {
    const no = hostWith(CART, {confirms: () => false});
    (await show(no)).find('button.danger')!.click();
    const refused = hostWith(CART);
    refused.platform.fail('remove', new PortalError('PERMISSION_DENIED', ['component:delete']));
    const page = await show(refused);
    page.find('button.danger')!.click();
    await page.settle();
    expect(no.platform.all('components').length).to.equal(1);
    expect(refused.visits).to.deep.equal([]);
    expect(refused.notices).to.deep.equal(["error: This needs the permission 'component:delete'."]);
    expect([no.previews, refused.previews]).to.deep.equal([[], [{of: 'components cart', ended: 'undone'}]]);
  });

  it('says that a component is being deleted, and offers nothing more', async () => {
    const leaving = {...CART, metadata: {...CART.metadata, deletionTimestamp: '2026-01-02T00:00:00Z'}};
    const page = await show(hostWith(leaving));
    expect(page.text()).to.contain('Deletion was requested').and.to.contain('Being deleted');
    expect(gates(page)).to.deep.equal({});
  });

  it('says that there is no such component and leads to those there are', async () => {
    const page = await show(hostWith(undefined));
    expect(page.text()).to.contain('There is no component “cart”').and.to.contain('All components');
    await expect(page.element).to.be.accessible();
  });

  it('says what failed and tries again on request', async () => {
    const host = hostWith(CART);
    host.platform.fail('get components', new PortalError('OFFLINE', []));
    const page = await show(host);
    expect(page.text()).to.contain('The component could not be loaded.');
    host.platform.fail('get components', undefined);
    page.find('.state button')!.click();
    await page.settle();
    expect(page.text()).to.contain('Keeps carts');
  });
});
