import {expect} from '@open-wc/testing';
import {PortalError, type Project} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ProjectCreatePage} from './project-create-page.ts';
import {ProjectDetailPage} from './project-detail-page.ts';
import {ProjectEditPage} from './project-edit-page.ts';
import {ProjectListPage} from './project-list-page.ts';

const SHOP: Project = {
  metadata: {name: 'shop', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Shop', other: 'stays'}},
  spec: {deploymentPipelineRef: {kind: 'DeploymentPipeline', name: 'default'}},
};

function createHost(options: Partial<TestHostOptions> = {}): TestHost {
  const host = createTestHost({module: 'components', messages, ...options});
  host.platform.put('projects', SHOP);
  host.platform.put('deploymentpipelines', {metadata: {name: 'default', namespace: 'acme'}});
  host.platform.put('components', {
    metadata: {name: 'cart', namespace: 'acme'},
    spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}},
  });
  return host;
}

const location = {params: {project: 'shop'}};
const list = (host: TestHost) => mount('components-project-list-page', ProjectListPage, host);
const detail = (host: TestHost) => mount('components-project-detail-page', ProjectDetailPage, host, {location});
const create = (host: TestHost) => mount('components-project-create-page', ProjectCreatePage, host);
const edit = (host: TestHost) => mount('components-project-edit-page', ProjectEditPage, host, {location});

function type(field: HTMLElement | null, value: string): void {
  (field as HTMLInputElement).value = value;
  field!.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('the pages of projects', () => {
  it('are accessible', async function () {
    this.timeout(20_000);
    for (const show of [list, detail, create, edit])
      await expect((await show(createHost())).element).to.be.accessible();
  });

  it('list projects with the number of their components', async () => {
    const host = createHost();
    const page = await list(host);
    expect(page.findAll('tbody tr').length).to.equal(1);
    expect(page.text()).to.contain('Shop').and.to.contain('1 component').and.to.contain('default');
    type(page.find('input[type=search]'), 'x y');
    expect(host.visits).to.deep.equal(['/catalog/projects?q=x+y']);
    await page.go({query: new URLSearchParams('q=x y')});
    expect(page.text()).to.contain('Nothing found');
    expect(host.missing).to.deep.equal([]);
  });

  it('explain an empty list and a list that failed', async () => {
    const empty = await list(createTestHost({module: 'components', messages}));
    expect(empty.text()).to.contain('No projects yet').and.to.contain('New project');
    const host = createHost();
    host.platform.fail('list projects', new PortalError('OFFLINE', []));
    expect((await list(host)).text()).to.contain('The projects could not be loaded.');
  });

  it('show a project with its components', async () => {
    const page = await detail(createHost());
    expect(page.findAll('tbody th a').map(({textContent}) => textContent)).to.deep.equal(['cart']);
    expect(page.findAll('thead th').map(({textContent}) => textContent.trim())).to.deep.equal([
      'Name',
      'Type',
      'Status',
      'Created',
    ]);
  });

  it('say how many components go with a project, and take it out of the selection', async () => {
    const host = createHost({scope: {namespace: 'acme', project: 'shop'}});
    const page = await detail(host);
    page.find('button.danger')!.click();
    await page.settle();
    expect(host.questions[0]).to.contain('and its 1 component');
    expect(host.platform.all('projects')).to.deep.equal([]);
    expect(host.visits).to.deep.equal(['/catalog/projects?namespace=acme']);
  });

  it('create a project', async () => {
    const host = createHost();
    const page = await create(host);
    page.find('form button.primary')!.click();
    await page.settle();
    expect(page.text()).to.contain('A name is needed.');
    type(page.find('#displayName'), 'Data lake');
    await page.settle();
    page.find('form button.primary')!.click();
    await page.settle();
    expect(host.platform.all('projects')[1]).to.deep.equal({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'Project',
      metadata: {name: 'data-lake', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Data lake'}},
      spec: {deploymentPipelineRef: {kind: 'DeploymentPipeline', name: 'default'}},
    });
    expect(host.visits).to.deep.equal(['/catalog/projects/data-lake']);
  });

  it('show a name that is taken at its field', async () => {
    const host = createHost();
    const page = await create(host);
    type(page.find('#name'), 'shop');
    await page.settle();
    page.find('form button.primary')!.click();
    await page.settle();
    expect(page.find('#name-fault')?.textContent).to.equal('The name shop is taken in this namespace.');
  });

  it('change a project and keep what the form does not show', async () => {
    const host = createHost();
    const page = await edit(host);
    type(page.find('#displayName'), 'The shop');
    await page.settle();
    page.find('form button.primary')!.click();
    await page.settle();
    expect(host.platform.all('projects')[0]?.metadata.annotations).to.deep.equal({
      'openchoreo.dev/display-name': 'The shop',
      other: 'stays',
    });
    expect(host.visits).to.deep.equal(['/catalog/projects/shop']);
  });
});
