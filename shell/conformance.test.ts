import type {CompiledMessages, ContributionData, ModuleManifest, NavigationHead} from '@openchoreo/portal-contract';
import {canMeasureHeap, findLeaks, watchLeaks, type Counts, type LeakWatch} from '@openchoreo/portal-test-kit';
import {expect, waitUntil} from '@open-wc/testing';
import en from './messages/en.json' with {type: 'json'};
import {ALPHA, RHO} from './testing/manifests.ts';
import {startPortal, toBoot, toHead, type PortalUnderTest} from './testing/start-portal.ts';
import {toMessages} from './testing/to-messages.ts';

interface Listed {
  readonly manifest: ModuleManifest;
  readonly messages: CompiledMessages;
}

// Found by folder, so that a new module is held to this without anybody remembering to.
const found = (await (await fetch('/__modules.json')).json()) as readonly Listed[];
/** A React module is one of them, whether or not the portal has one of its own. */
const listed: readonly Listed[] = [...found, {manifest: RHO, messages: {}}];

/** The place to be while a module is away. */
const NEUTRAL: ModuleManifest = {...ALPHA, id: 'alpha', contributes: {}};
const NEUTRAL_PATH = '/alpha/items';

const MODULES = [NEUTRAL, ...listed.map(({manifest}) => manifest)];
const HEADS = MODULES.map((manifest) => ({
  ...toHead(manifest),
  ...(![NEUTRAL, RHO].includes(manifest) && {manifest: `/m/${manifest.id}/${manifest.version}/manifest.json`}),
  navigation: (manifest.navigation ?? []).map(({icon: _icon, children: _children, ...item}) => item),
}));

interface Leftover {
  readonly base?: string;
  readonly navigation?: NavigationHead;
  readonly contributes?: readonly [point: string, contribution: ContributionData];
}

/** What a module adds, by the counter that must see it stay. */
const LEFTOVERS = {
  routes: (id) => ({base: `/${id}`}),
  navigation: (id) => ({navigation: {id, label: id, path: `/${id}`}}),
  'dashboard.cards': (id) => ({contributes: ['dashboard.cards', {id, title: id}]}),
  'portal.commands': (id) => ({contributes: ['portal.commands', {id, title: id}]}),
} satisfies Readonly<Record<string, (id: string) => Leftover>>;

const settle = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A gateway in front of a platform without objects, of which nobody has set or kept anything. */
function answer({url, method}: Request): Response | undefined {
  const {pathname} = new URL(url);
  if (/^\/api\/portal\/(settings|stores)\//.test(pathname)) return Response.json({values: {}});
  if (!pathname.startsWith('/api/openchoreo/') || method !== 'GET') return undefined;
  return Response.json({items: [], pagination: {}});
}

/** A portal with every first-party module, whose composition a test can change. */
class Portal {
  readonly #test: PortalUnderTest;
  #heads = HEADS;
  #composition = 1;
  readonly #left: ContributionData[] = [];

  constructor() {
    const {messages, ...boot} = toBoot(MODULES);
    this.#test = startPortal({
      path: NEUTRAL_PATH,
      modules: MODULES,
      boot: {
        ...boot,
        composition: {id: 'c1', modules: HEADS},
        messages: {
          ...messages,
          portal: toMessages(en),
          ...Object.fromEntries(listed.map((one) => [one.manifest.id, one.messages])),
        },
        profile: {scope: {namespace: 'acme'}, profile: {capabilities: {'*': {allowed: [{path: '*'}]}}}},
        preferences: {...boot.preferences, perspective: 'platform-engineering'},
      },
      gateway: (request) =>
        request.url.includes('/api/portal/composition')
          ? Response.json({id: `c${this.#composition}`, modules: this.#heads})
          : answer(request),
    });
  }

  counts(watch: LeakWatch): Counts {
    const {services, registry, routes} = this.#test.portal;
    const queries = services.queryClient.getQueryCache().getAll();
    const points = ['dashboard.cards', 'portal.commands'] as const;
    return {
      ...watch.counts(),
      modules: registry.all.get().length,
      'active modules': registry.all.get().filter(({status}) => status === 'active').length,
      routes: [...routes.bases()].length,
      navigation: services.navigation.get().length,
      'query observers': queries.reduce((sum, query) => sum + query.getObserversCount(), 0),
      ...Object.fromEntries(points.map((point) => [point, services.contributions.at(point).get().length])),
    };
  }

  async activateAndDeactivate(id: string): Promise<void> {
    const {registry} = this.#test.portal;
    await registry.activate(id);
    await this.rest();
  }

  /** Deactivates everything: a module that others activate is not the next one's leak. What is cached may go, too. */
  async rest(): Promise<void> {
    const {registry, services} = this.#test.portal;
    for (const {head, status} of registry.all.get()) {
      const isOn = status === 'active' || status === 'activating';
      if (isOn && head.id !== NEUTRAL.id) await registry.deactivate(head.id);
    }
    services.queryClient.clear();
    this.#test.asked.length = 0;
  }

  /** Leaves a part of a module behind, as a shell that forgets to undo would. */
  leave(sort: keyof typeof LEFTOVERS, id: string): void {
    const {registry, routes, explainSources} = this.#test.portal;
    const head = registry.find(NEUTRAL.id)?.head ?? toHead(NEUTRAL);
    const {base, navigation, contributes}: Leftover = LEFTOVERS[sort](id);
    if (base !== undefined) routes.add({...head, id, base});
    if (navigation) registry.relabel({...head, navigation: [...(head.navigation ?? []), navigation]});
    if (!contributes) return;
    const [point, contribution] = contributes;
    this.#left.push(contribution);
    explainSources.means.manifests.replaceInline({
      manifests: {...toBoot(MODULES).manifests, [NEUTRAL.id]: {...NEUTRAL, contributes: {[point]: [...this.#left]}}},
    });
    registry.relabel({...head, contributes: [point]});
  }

  /** Opens the module's first page, leaves it, and takes the module out of the composition and back in. */
  async openAndTakeAway({id, routes, dependencies: _}: ModuleManifest): Promise<void> {
    const {services, updateComposition} = this.#test.portal;
    if (routes) {
      services.links.go(routes.base);
      await this.#arrive(routes.base);
      services.links.go(NEUTRAL_PATH);
      await this.#arrive(NEUTRAL_PATH);
    }
    await this.rest();
    const goes = (head: (typeof HEADS)[number]): boolean =>
      head.id === id || id in (MODULES.find((one) => one.id === head.id)?.dependencies?.modules ?? {});
    for (const heads of [HEADS.filter((head) => !goes(head)), HEADS]) {
      this.#heads = heads;
      this.#composition += 1;
      await updateComposition();
    }
    await settle();
  }

  async #arrive(base: string): Promise<void> {
    const {page} = this.#test.portal.services;
    await waitUntil(() => page.get().path.startsWith(base) && page.get().status !== 'loading', `${base} is shown`, {
      interval: 5,
      timeout: 5000,
    });
    await settle(20);
  }

  stop(): void {
    this.#test.stop();
  }
}

describe('the counters of the suite', () => {
  let portal: Portal;
  let watch: LeakWatch;

  beforeEach(() => {
    watch = watchLeaks();
    portal = new Portal();
  });
  afterEach(() => {
    portal.stop();
    watch.stop();
  });

  for (const sort of Object.keys(LEFTOVERS) as (keyof typeof LEFTOVERS)[]) {
    it(`see ${sort} that stay, each what is its own`, async () => {
      let left = 0;
      const round = async (): Promise<void> => {
        portal.leave(sort, `left-${(left += 1)}`);
        await portal.activateAndDeactivate('dashboard');
      };
      const found = await findLeaks({round, counts: () => portal.counts(watch), rounds: 5, warmUp: 3});
      // Engines warm up for longer than these few rounds: what they gather for themselves is not asked about.
      const seen = found.map((line) => line.split(':')[0] ?? '').filter((one) => one in LEFTOVERS);
      expect(seen).to.deep.equal([sort]);
    });
  }
});

describe('every module', () => {
  const rounds = canMeasureHeap() ? 1000 : 100;
  let portal: Portal;
  let watch: LeakWatch;

  before(() => {
    watch = watchLeaks();
    portal = new Portal();
  });
  after(() => {
    portal.stop();
    watch.stop();
  });

  it('is found by its folder', () => {
    expect(listed.map(({manifest}) => manifest.id)).to.include.members(['components', 'dashboard', 'module-manager']);
  });

  for (const {manifest} of listed) {
    const {id} = manifest;

    it(`${id} leaves nothing behind after it was activated and deactivated ${rounds} times`, async function () {
      this.timeout(60_000);
      const round = (): Promise<void> => portal.activateAndDeactivate(id);
      expect(await findLeaks({round, counts: () => portal.counts(watch), rounds, warmUp: 60})).to.deep.equal([]);
    });

    it(`${id} leaves nothing behind when its page was shown and the module was taken away`, async function () {
      this.timeout(60_000);
      const round = (): Promise<void> => portal.openAndTakeAway(manifest);
      // WebKit lets a page change its address a hundred times in half a minute.
      const [warmUp, times] = canMeasureHeap() ? [3, 10] : [1, 2];
      expect(await findLeaks({round, counts: () => portal.counts(watch), rounds: times, warmUp})).to.deep.equal([]);
    });
  }
});
