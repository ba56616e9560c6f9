import {expect} from '@open-wc/testing';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentEditPage} from './component-edit-page.ts';

function createHost(typeName = 'service'): TestHost {
  const host = createTestHost({module: 'components', messages});
  host.platform.put('components', {
    metadata: {name: 'cart', namespace: 'acme', annotations: {other: 'stays', 'openchoreo.dev/display-name': 'Cart'}},
    spec: {
      owner: {projectName: 'shop'},
      componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
      parameters: {replicas: 3, odd: 'stays'},
    },
  });
  host.platform.put('clustercomponenttypes', {metadata: {name: typeName}, spec: {workloadType: 'deployment'}});
  host.platform.answers.set('/api/v1/clustercomponenttypes/service/schema', {
    properties: {replicas: {type: 'integer'}},
  });
  return host;
}

const show = (host: TestHost): Promise<Mounted<ComponentEditPage>> =>
  mount('components-component-edit-page', ComponentEditPage, host, {location: {params: {component: 'cart'}}});

describe('ComponentEditPage', () => {
  it('starts from what the component is now, and is accessible', async () => {
    const host = createHost();
    const page = await show(host);
    await page.settle();
    await expect(page.element).to.be.accessible();
    const values = page.findAll<HTMLInputElement>('input').map(({id, value, disabled}) => [id, value, disabled]);
    expect(values).to.deep.equal([
      ['displayName', 'Cart', false],
      ['name', 'cart', true],
      ['replicas', '3', false],
    ]);
    expect(host.isDirty()).to.equal(false);
  });

  it('changes what was typed on what the platform has by then, and keeps the rest', async () => {
    const host = createHost();
    const page = await show(host);
    const replicas = page.find<HTMLInputElement>('#replicas')!;
    replicas.value = '5';
    replicas.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await page.settle();
    expect(host.isDirty()).to.equal(true);
    await host.api.update('components', {
      ...host.platform.all('components')[0]!,
      metadata: {name: 'cart', namespace: 'acme', labels: {meanwhile: 'yes'}},
    } as never);
    page.find('form button.primary')!.click();
    await page.settle();
    const [saved] = host.platform.all('components');
    expect(saved?.metadata.labels).to.deep.equal({meanwhile: 'yes'});
    expect((saved?.spec as {parameters: unknown}).parameters).to.deep.equal({replicas: 5, odd: 'stays'});
    expect(host.visits).to.deep.equal(['/catalog/components/cart']);
    expect(host.previews).to.deep.equal([{of: 'components cart', ended: 'confirmed'}]);
    expect(host.isDirty()).to.equal(false);
    expect(host.missing).to.deep.equal([]);
  });

  it('says that the type is gone', async () => {
    const page = await show(createHost('other'));
    expect(page.text()).to.contain('The component type deployment/service is not there any more');
  });
});
