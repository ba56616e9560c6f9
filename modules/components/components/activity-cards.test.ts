import {expect} from '@open-wc/testing';
import {PortalError, type ReleaseBinding, type WorkflowRun} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {FailingBuildsCard, MyComponentsCard, RecentDeploymentsCard} from './activity-cards.ts';
import {ServicePlanesCard} from './service-planes-card.ts';

const CARDS = {
  'components-my-components-card': MyComponentsCard,
  'components-recent-deployments-card': RecentDeploymentsCard,
  'components-failing-builds-card': FailingBuildsCard,
  'components-service-planes-card': ServicePlanesCard,
} as const;

function binding(component: string, environment: string, day: number, reason?: string): ReleaseBinding {
  const time = `2026-01-0${day}T00:00:00Z`;
  return {
    metadata: {name: `${component}-${environment}`, namespace: 'acme', creationTimestamp: time},
    spec: {owner: {projectName: 'shop', componentName: component}, environment, releaseName: `${component}-1`},
    status: {
      lastSpecUpdateTime: time,
      conditions: [
        {type: 'Ready', status: reason ? 'False' : 'True', reason: reason ?? 'Ready', lastTransitionTime: time},
      ],
    },
  };
}

function run(component: string, day: number, reason: string): WorkflowRun {
  const time = `2026-01-0${day}T00:00:00Z`;
  return {
    metadata: {
      name: `${component}-${day}`,
      namespace: 'acme',
      creationTimestamp: time,
      labels: {'openchoreo.dev/project': 'shop', 'openchoreo.dev/component': component},
    },
    spec: {workflow: {name: 'docker'}},
    status: {
      conditions: [{type: 'WorkflowCompleted', status: 'True', reason, lastTransitionTime: time}],
      tasks: [{name: 'compile', message: `${component} does not compile`}],
    },
  };
}

function createHost(): TestHost {
  const host = createTestHost({module: 'components', messages});
  const {platform} = host;
  for (const name of ['cart', 'catalog', 'idle']) {
    platform.put('components', {metadata: {name, namespace: 'acme'}, spec: {owner: {projectName: 'shop'}}});
  }
  platform.put(
    'environments',
    {metadata: {name: 'production', namespace: 'acme'}, spec: {isProduction: true}},
    {metadata: {name: 'development', namespace: 'acme'}},
  );
  platform.put(
    'releasebindings',
    binding('cart', 'development', 3),
    binding('catalog', 'development', 1),
    binding('catalog', 'production', 2, 'ResourcesDegraded'),
  );
  platform.put(
    'workflowruns',
    run('cart', 1, 'WorkflowFailed'),
    run('cart', 2, 'WorkflowSucceeded'),
    run('catalog', 2, 'WorkflowFailed'),
  );
  platform.put('clusterworkflowplanes', {metadata: {name: 'ci'}, status: {agentConnection: {connected: true}}});
  platform.put('clusterobservabilityplanes', {metadata: {name: 'logs'}, status: {agentConnection: {connected: false}}});
  return host;
}

async function show<T extends keyof typeof CARDS>(tag: T, host: TestHost) {
  const announced: EventTarget[] = [];
  const note = ({target}: Event): void => void announced.push(target!);
  document.addEventListener('portal-card-ready', note);
  const card = await mount(tag, CARDS[tag] as never, host);
  document.removeEventListener('portal-card-ready', note);
  const lines = card.findAll('li, tr').map((row) => row.innerText.replace(/\s+/g, ' ').trim());
  return {...card, lines, announced: announced.includes(card.element)};
}

describe('the cards of what happens', () => {
  for (const tag of Object.keys(CARDS) as (keyof typeof CARDS)[]) {
    it(`are accessible with data, without, and when they failed, and announce each of these: ${tag}`, async function () {
      this.timeout(20_000);
      const failing = createHost();
      failing.platform.fail('list', new PortalError('OFFLINE', []));
      for (const host of [createHost(), createTestHost({module: 'components', messages}), failing]) {
        const card = await show(tag, host);
        await expect(card.element).to.be.accessible();
        expect(card.announced).to.equal(true);
        expect(host.missing).to.deep.equal([]);
      }
      expect((await show(tag, failing)).text()).to.contain('This could not be loaded.');
    });
  }

  it('show how components are in each environment, the troubled first', async () => {
    const {lines} = await show('components-my-components-card', createHost());
    expect(lines.slice(1).map((line) => line.split(' ')[0])).to.deep.equal(['catalog', 'cart', 'idle']);
    expect(lines[1]).to.match(/development Running production Failed|Running Failed/);
  });

  it('show the deployments that changed last', async () => {
    const {lines} = await show('components-recent-deployments-card', createHost());
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'cart Running',
      'catalog Failed',
      'catalog Running',
    ]);
    const other = createHost();
    other.scope.set({namespace: 'acme', project: 'pay'});
    expect((await show('components-recent-deployments-card', other)).text()).to.contain('Nothing deployed yet');
  });

  it('show the components whose last build failed, with the reason and a link to it', async () => {
    const {lines, find} = await show('components-failing-builds-card', createHost());
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('catalog does not compile');
    expect(find<HTMLAnchorElement>('li a')?.search).to.contain('tab=components.builds&run=catalog-2');
  });

  it('show the planes without an agent first', async () => {
    const {lines, text} = await show('components-service-planes-card', createHost());
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['logs', 'ci']);
    expect(text()).to.contain('Agent disconnected');
  });
});
