import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentCreatePage} from './component-create-page.ts';

const SCHEMA = '/api/v1/clustercomponenttypes/service/schema';

function createHost(): TestHost {
  const host = createTestHost({module: 'components', messages});
  host.platform.put(
    'projects',
    {metadata: {name: 'shop', namespace: 'acme'}},
    {metadata: {name: 'pay', namespace: 'acme'}},
  );
  host.platform.put('clustercomponenttypes', {
    metadata: {name: 'service', annotations: {'openchoreo.dev/display-name': 'Service'}},
    spec: {workloadType: 'deployment', allowedTraits: [{kind: 'ClusterTrait', name: 'autoscaler'}]},
  });
  host.platform.put('clustertraits', {metadata: {name: 'autoscaler'}}, {metadata: {name: 'other'}});
  host.platform.answers.set('/api/v1/clustertraits/autoscaler/schema', {
    properties: {cpuPercent: {type: 'integer', maximum: 95, default: 70}},
  });
  host.platform.answers.set(SCHEMA, {
    required: ['port'],
    properties: {port: {type: 'integer', minimum: 1}, exposed: {type: 'boolean'}, tags: {type: 'array'}},
  });
  return host;
}

const WORKFLOW_SCHEMA = '/api/v1/clusterworkflows/docker/schema';
const MARK = 'x-openchoreo-component-parameter-repository';

function putWorkflows(host: TestHost): void {
  const labels = {'openchoreo.dev/workflow-type': 'component'};
  host.platform.put('clusterworkflows', {metadata: {name: 'docker', labels}}, {metadata: {name: 'backup'}});
  host.platform.answers.set(WORKFLOW_SCHEMA, {
    properties: {
      repository: {
        required: ['url'],
        properties: {
          url: {type: 'string', [`${MARK}-url`]: true},
          revision: {properties: {branch: {type: 'string', default: 'main', [`${MARK}-branch`]: true}}},
        },
      },
      filePath: {type: 'string', default: './Dockerfile'},
    },
    required: ['repository'],
  });
}

async function chooseRepository(page: Mounted<ComponentCreatePage>): Promise<void> {
  page.find('input[value=repository]')!.click();
  await page.settle();
  await type(page, 'workflow', 'ClusterWorkflow/docker');
  await page.settle();
}

async function show(host: TestHost): Promise<Mounted<ComponentCreatePage>> {
  // Fetched after the form; tests do not wait for it each by itself.
  await Promise.all([import('../components/more-fields.ts'), import('../components/yaml-view.ts')]);
  return mount('components-component-create-page', ComponentCreatePage, host);
}

async function type(page: Mounted<ComponentCreatePage>, id: string, value: string): Promise<void> {
  const control = page.find<HTMLInputElement>(`[id="${id}"]`)!;
  control.value = value;
  control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input', {bubbles: true}));
  await page.settle();
}

async function send(page: Mounted<ComponentCreatePage>): Promise<void> {
  page.find('form button.primary')!.click();
  await page.settle();
}

async function press(page: Mounted<ComponentCreatePage>, label: string, which = 0): Promise<void> {
  const isNamed = (button: HTMLElement): boolean =>
    (button.getAttribute('aria-label') ?? button.textContent.trim()) === label;
  page.findAll('button').filter(isNamed)[which]!.click();
  await page.settle();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await page.settle();
}

async function paste(page: Mounted<ComponentCreatePage>, id: string, text: string): Promise<void> {
  const event = new Event('paste', {bubbles: true, cancelable: true});
  // Not every engine lets a page make the event with its data.
  Object.assign(event, {clipboardData: {getData: () => text}});
  page.find(`#${id}`)!.dispatchEvent(event);
  await page.settle();
}

async function fill(page: Mounted<ComponentCreatePage>): Promise<void> {
  await type(page, 'project', 'shop');
  await type(page, 'displayName', 'Gift cards');
  page.find('input[type=radio]')!.click();
  await page.settle();
  await type(page, 'port', '8080');
}

function copyPlatform(from: TestHost, to: TestHost): void {
  for (const kind of ['projects', 'clustercomponenttypes'] as const) to.platform.put(kind, ...from.platform.all(kind));
  for (const [path, answer] of from.platform.answers) to.platform.answers.set(path, answer);
}

const fault = (page: Mounted<ComponentCreatePage>, id: string): string =>
  page.find(`[id="${id}-fault"]`)?.textContent.trim() ?? '';

describe('ComponentCreatePage', () => {
  it('is accessible empty, filled and with faults', async function () {
    this.timeout(20_000);
    const page = await show(createHost());
    await expect(page.element).to.be.accessible();
    await send(page);
    await expect(page.element).to.be.accessible();
    await fill(page);
    await expect(page.element).to.be.accessible();
  });

  it('suggests a name until the person writes one', async () => {
    const page = await show(createHost());
    const name = (): string => page.find<HTMLInputElement>('#name')!.value;
    await type(page, 'displayName', 'Gift Cards');
    expect(name()).to.equal('gift-cards');
    await type(page, 'name', 'gifts');
    await type(page, 'displayName', 'Something else');
    expect(name()).to.equal('gifts');
  });

  it('says at once what a name may not have, and what is missing only when it is sent', async () => {
    const page = await show(createHost());
    expect(page.findAll('.fault').length).to.equal(0);
    await type(page, 'name', 'Gift_cards');
    expect(fault(page, 'name')).to.equal('Use lower-case letters a–z, digits and hyphens only.');
    await send(page);
    expect(fault(page, 'project')).to.equal('Choose a project.');
    expect(page.text()).to.contain('Choose a type.');
    const active = page.find('components-component-form')!.shadowRoot!.activeElement;
    expect(active?.id).to.equal('project');
  });

  it('goes on with what was sent before the fields of the type had come', async () => {
    const host = createHost();
    host.platform.answers.set(SCHEMA, {properties: {port: {type: 'integer', default: 80}}});
    const release = host.platform.hold(`request ${SCHEMA}`);
    const page = await show(host);
    await type(page, 'project', 'shop');
    await type(page, 'displayName', 'Gift cards');
    page.find('input[type=radio]')!.click();
    await page.settle();
    await send(page);
    expect(host.platform.all('components')).to.deep.equal([]);
    release();
    await waitUntil(() => host.platform.all('components').length === 1);
  });

  it('makes the fields of the type, and names what has none', async () => {
    const page = await show(createHost());
    await fill(page);
    expect(page.text()).to.contain('Not shown here, their defaults apply: tags.');
    await type(page, 'port', '0');
    expect(fault(page, 'port')).to.equal('At least 1.');
  });

  it('creates the component with its workload and goes there', async () => {
    const host = createHost();
    const page = await show(host);
    await fill(page);
    await type(page, 'image', 'ghcr.io/acme/gift:1');
    expect(host.isDirty()).to.equal(true);
    await send(page);
    expect(host.platform.calls.filter((call) => call.startsWith('create'))).to.deep.equal([
      'create components gift-cards',
      'create workloads gift-cards',
    ]);
    expect(host.platform.all('components')[0]?.spec).to.deep.equal({
      owner: {projectName: 'shop'},
      componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
      autoDeploy: true,
      parameters: {port: 8080, exposed: false},
    });
    expect(host.visits).to.deep.equal(['/catalog/components/gift-cards']);
    expect(host.notices).to.deep.equal(['success: Gift cards was created.']);
    expect(host.isDirty()).to.equal(false);
    expect(host.missing).to.deep.equal([]);
  });

  it('creates from a repository: the workflow with its parameters, and a first build', async () => {
    const host = createHost();
    putWorkflows(host);
    const page = await show(host);
    await fill(page);
    await type(page, 'image', 'typed-before:1');
    await chooseRepository(page);
    await expect(page.element).to.be.accessible();
    const options = [...page.find<HTMLSelectElement>('#workflow')!.options].map(({value}) => value);
    expect(options).to.deep.equal(['', 'ClusterWorkflow/docker']);
    await type(page, 'repository.url', 'not an address');
    expect(fault(page, 'repository.url')).to.contain('This is not the address of a repository.');
    await send(page);
    expect(host.platform.all('components')).to.deep.equal([]);
    await type(page, 'repository.url', 'https://git.example/acme/gifts');
    await type(page, 'repository.revision.branch', 'next');
    await send(page);
    const [component] = host.platform.all('components');
    const workflow = {
      kind: 'ClusterWorkflow',
      name: 'docker',
      parameters: {
        repository: {url: 'https://git.example/acme/gifts', revision: {branch: 'next'}},
        filePath: './Dockerfile',
      },
    };
    expect((component?.spec as {workflow: unknown}).workflow).to.deep.equal(workflow);
    expect(host.platform.all('workloads')).to.deep.equal([]);
    const [run] = host.platform.all('workflowruns');
    expect(run?.metadata.labels).to.deep.equal({
      'openchoreo.dev/project': 'shop',
      'openchoreo.dev/component': 'gift-cards',
    });
    expect(run?.spec).to.deep.equal({workflow});
    expect(host.visits).to.deep.equal(['/catalog/components/gift-cards']);
    expect(host.missing).to.deep.equal([]);
  });

  it('takes variables and endpoints of the image, by keyboard, and names what is there twice', async () => {
    const host = createHost();
    const page = await show(host);
    await fill(page);
    expect(page.text()).to.contain('They belong to a container image: give one above.');
    await type(page, 'image', 'gift:1');
    await press(page, 'Add variable');
    const name = page.find<HTMLInputElement>('#variable-0-name')!;
    expect((name.getRootNode() as ShadowRoot).activeElement).to.equal(name);
    await type(page, 'variable-0-name', 'MODE');
    await type(page, 'variable-0-value', 'fast');
    page.find('#variable-0-value')!.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    await page.settle();
    await type(page, 'variable-1-name', 'MODE');
    expect(fault(page, 'variable-1-name')).to.contain('MODE is there twice.');
    await paste(page, 'variable-1-name', 'A=1\n# comment\nexport B="two words"');
    expect(page.findAll('[id^=variable-][id$=-name]').length).to.equal(4);
    await press(page, 'Remove MODE', 1);
    await press(page, 'Add endpoint');
    await type(page, 'endpoint-0-port', 'x');
    await expect(page.element).to.be.accessible();
    await send(page);
    expect(fault(page, 'endpoint-0-port')).to.equal('A port is a whole number from 1 to 65535.');
    expect(host.platform.all('components')).to.deep.equal([]);
    await type(page, 'endpoint-0-port', '8080');
    await send(page);
    const {container, endpoints} = host.platform.all('workloads')[0]?.spec as Record<string, unknown>;
    expect(container).to.deep.equal({
      image: 'gift:1',
      env: [
        {key: 'MODE', value: 'fast'},
        {key: 'A', value: '1'},
        {key: 'B', value: 'two words'},
      ],
    });
    expect(endpoints).to.deep.equal({http: {type: 'HTTP', port: 8080, visibility: ['project']}});
    expect(host.missing).to.deep.equal([]);
  });

  it('takes the traits the type allows, with their parameters, in order', async () => {
    const host = createHost();
    const page = await show(host);
    await fill(page);
    await page.settle();
    expect(page.text()).to.contain('Add autoscaler').and.not.to.contain('Add other');
    await press(page, 'Add autoscaler');
    await press(page, 'Add autoscaler');
    await page.settle();
    await expect(page.element).to.be.accessible();
    await type(page, 'trait-1-name', 'autoscaler');
    expect(fault(page, 'trait-1-name')).to.contain('autoscaler is there twice.');
    await type(page, 'trait-1-name', 'second');
    await type(page, 'cpuPercent', '99');
    await send(page);
    expect(fault(page, 'cpuPercent')).to.equal('At most 95.');
    await type(page, 'cpuPercent', '50');
    await press(page, 'Apply second earlier');
    await send(page);
    expect((host.platform.all('components')[0]?.spec as {traits: unknown}).traits).to.deep.equal([
      {kind: 'ClusterTrait', name: 'autoscaler', instanceName: 'second', parameters: {cpuPercent: 70}},
      {kind: 'ClusterTrait', name: 'autoscaler', instanceName: 'autoscaler', parameters: {cpuPercent: 50}},
    ]);
    expect(host.missing).to.deep.equal([]);
  });

  it('shows form and YAML of the same thing, each following the other', async () => {
    const host = createHost();
    const page = await show(host);
    await fill(page);
    await type(page, 'image', 'gift:1');
    await press(page, 'YAML');
    const text = (): string => page.find<HTMLTextAreaElement>('#yaml')!.value;
    await expect(page.element).to.be.accessible();
    expect(text()).to.contain('name: gift-cards').and.to.contain('image: gift:1').and.to.contain('port: 8080');
    await type(
      page,
      'yaml',
      text()
        .replace('port: 8080', 'port: 9090\n    tags: [a]')
        .replace('image: gift:1', 'args: [serve]\n    image: gift:2'),
    );
    await press(page, 'Form');
    expect(page.find<HTMLInputElement>('#port')!.value).to.equal('9090');
    expect(page.find<HTMLInputElement>('#image')!.value).to.equal('gift:2');
    await type(page, 'displayName', 'Vouchers');
    await press(page, 'YAML');
    expect(text()).to.contain('openchoreo.dev/display-name: Vouchers').and.to.contain('serve').and.to.contain('tags');
    await send(page);
    const [component] = host.platform.all('components');
    const spec = component?.spec as {parameters: unknown};
    expect(spec.parameters).to.deep.equal({port: 9090, exposed: false, tags: ['a']});
    const {container} = host.platform.all('workloads')[0]?.spec as Record<string, unknown>;
    expect(container).to.deep.equal({args: ['serve'], image: 'gift:2'});
    expect(host.visits).to.deep.equal(['/catalog/components/gift-cards']);
    expect(host.missing).to.deep.equal([]);
  });

  it('names faults of YAML by their line, keeps the text, and leads back to the form', async () => {
    const host = createHost();
    const page = await show(host);
    await fill(page);
    await press(page, 'YAML');
    const text = page.find<HTMLTextAreaElement>('#yaml')!.value;
    const line = text.split('\n').findIndex((one) => one.includes('name: gift-cards')) + 1;
    await type(page, 'yaml', text.replace('name: gift-cards', 'name: Gift_cards').replace('service', 'no-such'));
    await send(page);
    expect(page.text()).to.contain(`Line ${line}: Use lower-case letters`);
    expect(page.text()).to.contain('There is no ClusterComponentType/deployment/no-such here');
    expect(host.platform.all('components')).to.deep.equal([]);
    await type(page, 'yaml', `${text}]`);
    await press(page, 'Form');
    expect(page.text()).to.contain('This is not YAML').and.to.contain('The form can show this once it is corrected.');
    expect(page.find<HTMLTextAreaElement>('#yaml')!.value).to.equal(`${text}]`);
    await expect(page.element).to.be.accessible();
    await press(page, 'Discard what was changed here');
    expect(page.find('#yaml')).to.equal(null);
    host.platform.put('components', {metadata: {name: 'gift-cards', namespace: 'acme'}});
    await press(page, 'YAML');
    await type(page, 'yaml', text);
    await send(page);
    expect(page.text()).to.contain(`Line ${line}: The name gift-cards is taken in this namespace.`);
    expect(host.missing).to.deep.equal([]);
  });

  it('keeps what was typed for the other source', async () => {
    const host = createHost();
    putWorkflows(host);
    const page = await show(host);
    await fill(page);
    await type(page, 'image', 'gift:1');
    await chooseRepository(page);
    await type(page, 'repository.url', 'https://git.example/acme/gifts');
    page.find('input[value=image]')!.click();
    await page.settle();
    expect(page.find<HTMLInputElement>('#image')!.value).to.equal('gift:1');
    page.find('input[value=repository]')!.click();
    await page.settle();
    expect(page.find<HTMLInputElement>('[id="repository.url"]')!.value).to.equal('https://git.example/acme/gifts');
  });

  it('offers no build to whoever may start none, and says so; creates only where the person may', async () => {
    const host = createTestHost({
      module: 'components',
      messages,
      allows: (action, {project}) =>
        action !== 'workflowrun:create' && (action !== 'component:create' || project !== 'pay'),
    });
    copyPlatform(createHost(), host);
    putWorkflows(host);
    const page = await show(host);
    await fill(page);
    await chooseRepository(page);
    expect(page.text()).to.contain('You may not start builds in this project.');
    expect(page.find('#buildNow')).to.equal(null);
    await type(page, 'project', 'pay');
    expect(page.text()).to.contain('You may not create components in the project pay.');
    expect(page.find<HTMLButtonElement>('form button.primary')!.disabled).to.equal(true);
    await type(page, 'project', 'shop');
    await type(page, 'repository.url', 'https://git.example/acme/gifts');
    await send(page);
    expect(host.platform.all('components').length).to.equal(1);
    expect(host.platform.all('workflowruns')).to.deep.equal([]);
  });

  it('says that the component is there although its build could not be started', async () => {
    const host = createHost();
    putWorkflows(host);
    host.platform.fail('create workflowruns', new PortalError('OFFLINE', []));
    const page = await show(host);
    await fill(page);
    await chooseRepository(page);
    await type(page, 'repository.url', 'https://git.example/acme/gifts');
    await send(page);
    expect(host.notices).to.deep.equal(['warning: Gift cards was created, but its first build could not be started.']);
  });

  it('shows a name that is taken at the field, keeps what was typed, and forgets it when the name changes', async () => {
    const host = createHost();
    host.platform.put('components', {metadata: {name: 'gift-cards', namespace: 'acme'}});
    const page = await show(host);
    await fill(page);
    await send(page);
    expect(fault(page, 'name')).to.equal('The name gift-cards is taken in this namespace.');
    expect(page.find<HTMLInputElement>('#displayName')!.value).to.equal('Gift cards');
    expect(host.visits).to.deep.equal([]);
    await type(page, 'name', 'gifts');
    expect(fault(page, 'name')).to.equal('');
  });

  it('shows what the platform says of a parameter at its field', async () => {
    const host = createHost();
    const cause = {error: 'Parameters are not valid', details: [{field: 'spec.parameters.port', message: 'is in use'}]};
    host.platform.fail('create components', new PortalError('PLATFORM_REFUSED', ['422', 'x'], {cause}));
    const page = await show(host);
    await fill(page);
    await send(page);
    expect(page.text()).to.contain('Parameters are not valid');
    expect(page.find('components-parameter-fields')!.shadowRoot!.textContent).to.contain('is in use');
    expect(host.notices).to.deep.equal([]);
  });

  it('says that the component is there although its workload could not be made, and lets it be corrected', async () => {
    const host = createHost();
    host.platform.fail('create workloads', new PortalError('OFFLINE', []));
    const page = await show(host);
    await fill(page);
    await type(page, 'image', 'gift:1');
    await send(page);
    expect(host.notices).to.deep.equal([
      'warning: Gift cards was created, but not its container image, variables and endpoints. Correct them here and create it again.',
    ]);
    expect(host.visits).to.deep.equal([]);
    host.platform.fail('create workloads', undefined);
    await type(page, 'image', 'gift:2');
    await send(page);
    expect(host.platform.calls.filter((call) => /^(create|update)/.test(call)).slice(2)).to.deep.equal([
      'update components gift-cards',
      'create workloads gift-cards',
    ]);
    expect(host.platform.all('workloads')[0]?.spec).to.deep.include({container: {image: 'gift:2'}});
    expect(host.visits).to.deep.equal(['/catalog/components/gift-cards']);
  });

  it('keeps the form when the portal cannot be reached', async () => {
    const host = createHost();
    host.platform.fail('create components', new PortalError('OFFLINE', []));
    const page = await show(host);
    await fill(page);
    await send(page);
    expect(host.notices[0]).to.contain('error: The portal cannot be reached');
    expect(page.find<HTMLInputElement>('#name')!.value).to.equal('gift-cards');
    expect(host.isDirty()).to.equal(true);
  });

  it('leads to a first project where there is none', async () => {
    const host = createTestHost({module: 'components', messages});
    const page = await show(host);
    expect(page.text()).to.contain('Create one first').and.to.contain('New project');
  });
});
