import {expect, waitUntil} from '@open-wc/testing';
import {type Component, PortalError} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ComponentCountCard, ProjectsCard, RecentComponentsCard} from './development-cards.ts';
import {DataPlanesCard, EnvironmentsCard} from './platform-cards.ts';

const CARDS = {
  'components-component-count-card': ComponentCountCard,
  'components-projects-card': ProjectsCard,
  'components-recent-components-card': RecentComponentsCard,
  'components-environments-card': EnvironmentsCard,
  'components-data-planes-card': DataPlanesCard,
} as const;

const component = (name: string, created: string, reason = 'Reconciled', project = 'shop'): Component => ({
  metadata: {name, namespace: 'acme', creationTimestamp: created},
  spec: {owner: {projectName: project}, componentType: {name: 'deployment/service'}},
  status: {
    conditions: [
      {type: 'Ready', status: reason === 'Reconciled' ? 'True' : 'False', reason, lastTransitionTime: created},
    ],
  },
});

function createHost(): TestHost {
  const host = createTestHost({module: 'components', messages});
  host.platform.put(
    'components',
    component('old', '2026-01-01T00:00:00Z'),
    component('new', '2026-03-01T00:00:00Z', 'WorkloadNotFound'),
    component('middle', '2026-02-01T00:00:00Z', 'Reconciled', 'pay'),
  );
  for (const name of ['pay', 'shop']) host.platform.put('projects', {metadata: {name, namespace: 'acme'}});
  host.platform.put(
    'environments',
    {metadata: {name: 'production', namespace: 'acme'}, spec: {isProduction: true}},
    {metadata: {name: 'development', namespace: 'acme'}},
  );
  host.platform.put(
    'clusterdataplanes',
    {metadata: {name: 'good'}, status: {conditions: [], agentConnection: {connected: true}}},
    {metadata: {name: 'bad'}, status: {agentConnection: {connected: false, lastHeartbeatTime: '2026-01-01T00:00:00Z'}}},
  );
  return host;
}

/** Shows the card and says whether it announced itself. */
async function show<T extends keyof typeof CARDS>(tag: T, host: TestHost) {
  const announced: EventTarget[] = [];
  const note = ({target}: Event): void => void announced.push(target!);
  document.addEventListener('portal-card-ready', note);
  const card = await mount(tag, CARDS[tag] as never, host);
  document.removeEventListener('portal-card-ready', note);
  return {...card, announced: announced.includes(card.element)};
}

describe('the cards of the dashboard', () => {
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

  it('do not announce while their data is on its way', async () => {
    const host = createHost();
    const release = host.platform.hold('list components');
    const card = await show('components-projects-card', host);
    expect(card.announced).to.equal(false);
    expect(card.find('[aria-busy=true]')).not.to.equal(null);
    release();
    await card.settle();
    expect(card.findAll('.count').map(({textContent}) => textContent.replace(/\D/g, ''))).to.deep.equal(['2', '1']);
  });

  it('count components by state', async () => {
    const card = await show('components-component-count-card', createHost());
    expect(card.text()).to.equal('3 in total Ready 2 No workload yet 1');
    expect(card.findAll('rect').length).to.equal(2);
    expect(new URL(card.findAll<HTMLAnchorElement>('a')[1]!.href).search).to.contain('status=workload-not-found');
  });

  it('follow the selection', async () => {
    const host = createHost();
    const card = await show('components-component-count-card', host);
    host.scope.set({namespace: 'acme', project: 'pay'});
    await card.settle();
    expect(card.text()).to.equal('1 in total Ready 1');
  });

  it('show the fullest project first and the latest component first', async () => {
    const projects = await show('components-projects-card', createHost());
    expect(projects.findAll('li a').map(({textContent}) => textContent)).to.deep.equal(['shop', 'pay']);
    const recent = await show('components-recent-components-card', createHost());
    expect(recent.findAll('.name').map(({textContent}) => textContent)).to.deep.equal(['new', 'middle', 'old']);
  });

  it('show production last and planes in trouble first', async () => {
    const environments = await show('components-environments-card', createHost());
    expect(environments.findAll('strong').map(({textContent}) => textContent)).to.deep.equal([
      'development',
      'production',
    ]);
    const planes = await show('components-data-planes-card', createHost());
    await waitUntil(() => planes.text().includes('bad Heartbeat: 3 days ago Agent disconnected good never connected'));
  });
});
