import {expect, waitUntil} from '@open-wc/testing';
import {PortalError, type Component, type WorkflowRun} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {BuildsTab} from './builds-tab.ts';

const MARK = 'x-openchoreo-component-parameter-repository-';
const LABELS = {'openchoreo.dev/project': 'shop', 'openchoreo.dev/component': 'cart'};

const cart = (workflow?: NonNullable<Component['spec']>['workflow']): Component => ({
  metadata: {name: 'cart', namespace: 'acme'},
  spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}, ...(workflow && {workflow})},
});

function run(name: string, day: number, status: WorkflowRun['status']): WorkflowRun {
  return {
    metadata: {name, namespace: 'acme', labels: LABELS, creationTimestamp: `2026-01-0${day}T00:00:00Z`},
    spec: {
      workflow: {
        name: 'docker',
        parameters: {
          repository: {url: 'https://git.example/cart', revision: {branch: 'main', commit: `${name}0123456`}},
        },
      },
    },
    ...(status && {status}),
  };
}

const completed = (status: 'True' | 'False', reason: string, message = '') => [
  {type: 'WorkflowCompleted', status, reason, message, lastTransitionTime: '2026-01-01T00:00:00Z'},
];

const FAILED = run('b', 2, {
  startedAt: '2026-01-02T00:00:01Z',
  completedAt: '2026-01-02T00:02:06Z',
  conditions: completed('True', 'WorkflowFailed', 'Workflow execution failed'),
  tasks: [
    {name: 'checkout', phase: 'Succeeded', startedAt: '2026-01-02T00:00:01Z', completedAt: '2026-01-02T00:00:03Z'},
    {
      name: 'compile',
      phase: 'Failed',
      message: 'exit code 1',
      startedAt: '2026-01-02T00:00:03Z',
      completedAt: '2026-01-02T00:02:06Z',
    },
    {name: 'publish', phase: 'Skipped'},
  ],
});
const RUNNING = run('c', 3, {
  startedAt: '2026-01-03T00:00:01Z',
  conditions: completed('False', 'WorkflowPending', 'Workflow has not completed yet'),
  tasks: [{name: 'checkout', phase: 'Running', startedAt: '2026-01-03T00:00:01Z'}],
});
const DONE = run('a', 1, {
  startedAt: '2026-01-01T00:00:01Z',
  completedAt: '2026-01-01T00:00:13Z',
  conditions: completed('True', 'WorkflowSucceeded'),
});

function hostWith(
  component: Component,
  runs: readonly WorkflowRun[],
  options: Partial<TestHostOptions> = {},
): TestHost {
  const host = createTestHost({module: 'components', messages, ...options});
  const revision = {properties: {branch: {[`${MARK}branch`]: true}, commit: {[`${MARK}commit`]: true}}};
  const repository = {properties: {url: {[`${MARK}url`]: true}, revision}};
  host.platform.put('components', component);
  host.platform.put('workflowruns', ...runs);
  host.platform.put('clusterworkflows', {
    metadata: {name: 'docker'},
    spec: {parameters: {openAPIV3Schema: {properties: {repository}}}},
  });
  const path = '/api/v1/namespaces/acme/workflowruns/';
  for (const {metadata} of runs) {
    host.platform.answers.set(`${path}${metadata.name}/logs`, [{timestamp: '2026-01-01T00:00:02Z', log: 'Cloning …'}]);
    host.platform.answers.set(`${path}${metadata.name}/logs?task=compile`, [{log: 'error: exit code 1'}]);
    for (const query of ['', '?task=compile']) {
      const event = {timestamp: '2026-01-01T00:00:02Z', type: 'Warning', reason: 'Failed', message: 'It fell over'};
      host.platform.answers.set(`${path}${metadata.name}/events${query}`, [event]);
    }
  }
  return host;
}

const show = (host: TestHost, query: Record<string, string> = {}): Promise<Mounted<BuildsTab>> =>
  mount('components-builds-tab', BuildsTab, host, {
    location: {params: {component: 'cart'}, query: new URLSearchParams({tab: 'components.builds', ...query})},
  });

const rows = (page: Mounted<BuildsTab>): unknown =>
  page
    .findAll('tbody tr')
    .map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean));

const BUILT = cart({
  kind: 'ClusterWorkflow',
  name: 'docker',
  parameters: {repository: {url: 'https://git.example/cart'}},
});

describe('BuildsTab', () => {
  it('is accessible, and shows builds newest first with state, source and duration', async () => {
    const host = hostWith(BUILT, [DONE, FAILED, RUNNING]);
    const page = await show(host);
    await expect(page.element).to.be.accessible();
    expect(rows(page)).to.deep.equal([
      ['c', 'Running', 'main', 'c0123456', '–'],
      ['b', 'Failed', 'main', 'b0123456', '2m 5s'],
      ['a', 'Succeeded', 'main', 'a0123456', '12s'],
    ]);
    expect(page.find<HTMLAnchorElement>('tbody a')?.search).to.equal('?tab=components.builds&run=c&namespace=acme');
    expect(host.missing).to.deep.equal([]);
  });

  it('opens a build with its steps, logs and events, and those of one step', async () => {
    const host = hostWith(BUILT, [FAILED]);
    const page = await show(host, {run: 'b'});
    await waitUntil(() => page.text().includes('Cloning …'));
    await waitUntil(() => page.text().includes('It fell over'));
    await expect(page.element).to.be.accessible();
    const steps = page.findAll('ol li').map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(steps).to.deep.equal(['checkout 2s Succeeded', 'compile 2m 3s Failed exit code 1', 'publish Skipped']);
    expect(page.text()).to.contain('https://git.example/cart').and.to.contain('Workflow execution failed');
    expect(page.find<HTMLAnchorElement>('ol a')?.search).to.contain('run=b&step=checkout');
    expect(page.find('input')).to.equal(null);
    await page.go({params: {component: 'cart'}, query: new URLSearchParams('run=b&step=compile')});
    await waitUntil(() => page.text().includes('error: exit code 1'));
    expect(page.find('[aria-current=step]')?.textContent).to.equal('compile');
    expect(host.missing).to.deep.equal([]);
  });

  it('follows the log of a build that runs, until somebody scrolls away from the end', async () => {
    const host = hostWith(BUILT, [RUNNING]);
    const path = '/api/v1/namespaces/acme/workflowruns/c/logs';
    const lines = Array.from({length: 1200}, (_, index) => ({log: `line ${index}`}));
    host.platform.answers.set(path, lines);
    const page = await show(host, {run: 'c'});
    await waitUntil(() => page.find('.line') !== null);
    const box = page.find('.lines');
    await waitUntil(() => box!.scrollTop > 0);
    expect(box!.scrollHeight - box!.scrollTop - box!.clientHeight).to.be.lessThan(2);
    expect(page.findAll('.line').length).to.equal(1000);
    page.find('.lines button')?.click();
    await page.settle();
    expect(page.findAll('.line').length).to.equal(1200);
    box!.scrollTo({top: 0});
    await waitUntil(() => page.find<HTMLInputElement>('input')?.checked === false);
  });

  it('builds: what was asked for shows at once, and goes when it is refused', async () => {
    const host = hostWith(BUILT, [DONE]);
    const release = host.platform.hold('create workflowruns');
    const page = await show(host);
    page.find('button')?.click();
    await page.settle();
    expect((rows(page) as string[][]).map(([, state]) => state)).to.deep.equal(['Waiting', 'Succeeded']);
    host.platform.fail('create workflowruns', new PortalError('PLATFORM_REFUSED', ['422', 'No such branch']));
    release();
    await waitUntil(() => host.notices.length > 0);
    await page.settle();
    const states = (rows(page) as string[][]).map(([, state]) => state);
    expect([states, host.notices]).to.deep.equal([['Succeeded'], ['error: No such branch']]);
    host.platform.fail('create workflowruns', undefined);
    page.find('button')?.click();
    await waitUntil(() => host.platform.all('workflowruns').length === 2);
    const made = host.platform.all('workflowruns').at(-1);
    expect(made?.metadata.name).to.match(/^cart-[0-9a-z]+$/);
    expect([made?.metadata.labels, made?.spec]).to.deep.equal([LABELS, {workflow: BUILT.spec?.workflow}]);
  });

  it('offers a build only to who may, and none of what comes as an image', async () => {
    const reader = await show(hostWith(BUILT, [], {allows: (action) => action !== 'workflowrun:create'}));
    expect(reader.text()).to.contain('Not built yet');
    const slot = reader.find('portal-gated')?.shadowRoot?.querySelector('slot');
    expect(slot?.name).to.equal('denied');
    const image = await show(hostWith(cart(), []));
    expect(image.text()).to.contain('Deployed from an image');
    expect(image.find('button')).to.equal(null);
    const denied = await show(hostWith(BUILT, [DONE], {allows: (action) => action !== 'workflowrun:view'}));
    expect(denied.text()).to.contain('workflowrun:view');
  });

  it('says that builds, a build or its logs are not to be had', async () => {
    const host = hostWith(BUILT, [FAILED]);
    host.platform.fail('list workflowruns', new PortalError('OFFLINE', []));
    expect((await show(host)).text()).to.contain('This could not be loaded.');
    host.platform.fail('list workflowruns', undefined);
    expect((await show(host, {run: 'z'})).text()).to.contain('There is no build z');
    host.platform.answers.clear();
    const page = await show(host, {run: 'b'});
    await waitUntil(() => page.text().includes('This could not be loaded.'));
  });
});
