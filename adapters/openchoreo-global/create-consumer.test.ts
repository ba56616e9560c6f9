import {PortalError, type Theme} from '@openchoreo/portal-contract';
import type {GlobalItem} from '@openchoreo/portal-react';
import type {ConsumerModuleContext} from './module-context.ts';
import {expect, waitUntil} from '@open-wc/testing';
import {startConsumer, type Anything, type StartedConsumer} from './test-support/start-consumer.ts';

/** A module as existing ones are written and compiled. */
const bundle =
  (change: object = {}) =>
  ({React, UI, Icons, Store, ReactQuery, registerModule}: Anything): void => {
    const {Card, CardContent, Button} = UI;
    const {Activity} = Icons;
    const {useQuery} = ReactQuery;
    function Page(): unknown {
      const {perspective} = Store.useGlobalStore();
      const project = Store.useGlobalStore(
        (state: Anything) => (state.currentProject as Anything | null)?.id ?? 'none',
      );
      const {data} = useQuery({queryKey: ['costs'], queryFn: async () => ({total: 42})});
      return React.createElement(
        Card,
        {className: 'p-6'},
        React.createElement(Activity, {className: 'h-4 w-4'}),
        React.createElement(
          CardContent,
          null,
          [perspective, project, (data as Anything | undefined)?.total ?? '…'].join(' '),
        ),
        React.createElement(Button, {variant: 'outline'}, 'Go'),
      );
    }
    registerModule({
      id: 'costs',
      name: 'Costs',
      version: '1.0.0',
      type: 'third-party',
      routes: [{path: '/costs', component: Page, label: 'Costs', icon: 'Coins', perspective: 'all'}],
      dashboard: {cards: [{id: 'total', component: Page, position: 'top', size: 'small'}]},
      ...change,
    });
  };

const start = (change?: object, options: Parameters<typeof startConsumer>[1] = {}): StartedConsumer =>
  startConsumer(bundle(change), {id: 'costs', ...options});

async function failure(work: Promise<unknown>): Promise<readonly [code: string, message: string]> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    return [error.code, error.message];
  }
  throw new Error('It did not fail.');
}

describe('a consumer of window.OpenChoreo', () => {
  it('is shown as it is, with the portal’s state, data and components', async () => {
    const {consumer, activate, show, host} = start({}, {host: {scope: {namespace: 'acme', project: 'shop'}}});
    await activate();
    const page = await show(consumer.route('/costs'));
    await waitUntil(() => page.text().includes('42'), page.text());
    expect(page.text()).to.equal('development shop 42 Go');
    const root = page.find('[data-openchoreo-consumer="costs"]');
    expect(root?.querySelector('.oc-card.p-6 svg.lucide-activity.h-4')).to.not.equal(null);
    host.scope.set({namespace: 'acme', project: 'web'});
    host.perspective.set('platform-engineering');
    await waitUntil(() => page.text() === 'platform-engineering web 42 Go', page.text());
    const card = await show(consumer.card('total'));
    await waitUntil(() => card.text().includes('42'));
  });

  it('bears the theme that somebody chose, and none where the system decides', async () => {
    const {consumer, activate, show, host} = start();
    await activate();
    const page = await show(consumer.route('/costs'));
    const root = page.find('[data-openchoreo-consumer]')!;
    const seen = [root.dataset['theme']];
    for (const theme of ['dark', 'system'] as const) {
      (host.state.theme as unknown as {set(theme: Theme): void}).set(theme);
      await page.settle();
      seen.push(root.dataset['theme']);
    }
    expect(seen).to.deep.equal(['light', 'dark', undefined]);
  });

  it('asks the gateway through its context, keeps what it stores, and changes what is chosen', async () => {
    let context = undefined as unknown as ConsumerModuleContext;
    const settings = [{key: 'limit', type: 'number', default: 5, label: 'Limit'}];
    const init = (given: ConsumerModuleContext): void => void (context = given);
    const answers = {host: {portal: (path: string) => ({from: path})}};
    const {activate, asked, host} = start({init, settings}, answers);
    await activate();
    const {api, storage, globalState, setGlobalState} = context;
    expect(await api.get('/components', {params: {project: 'a b', none: undefined}})).to.deep.equal({
      from: '/api/components?project=a+b',
    });
    await api.post('custom/x', {n: 1});
    await api.put('/api/custom/x', {n: 2});
    await api.delete('/custom/x');
    expect(asked).to.deep.equal([
      'GET /api/components?project=a+b',
      'POST /api/custom/x {"n":1}',
      'PUT /api/custom/x {"n":2}',
      'DELETE /api/custom/x',
    ]);
    expect(() => api.get('https://elsewhere.example/x')).to.throw(TypeError, 'is not an address of the portal');

    storage.set('a', {deep: [1]});
    storage.set('b', 2);
    storage.remove('b');
    expect([storage.get('a'), storage.get('b'), storage.get('toString')]).to.deep.equal([
      {deep: [1]},
      undefined,
      undefined,
    ]);
    await context.settings.set('limit', 7);
    await context.settings.set('unheard', true);
    expect([
      context.settings.get('limit'),
      context.settings.get('unheard'),
      host.settings.get('limit' as never),
    ]).to.deep.equal([7, true, 7]);

    expect(globalState.currentProject).to.equal(null);
    setGlobalState({currentProject: {id: 'shop', name: 'shop'} as GlobalItem});
    setGlobalState(({perspective}) => ({
      perspective: perspective === 'development' ? 'platform-engineering' : 'development',
    }));
    expect([globalState.currentProject?.id, globalState.perspective, host.scope.get().project]).to.deep.equal([
      'shop',
      'platform-engineering',
      'shop',
    ]);
  });

  it('fails alone where a hook of it is used outside of its components', async () => {
    const errors: unknown[] = [];
    const {activate, consumer, show} = startConsumer(
      ({registerModule, useModuleStore}) => {
        try {
          useModuleStore('costs');
        } catch (error) {
          errors.push((error as PortalError).code);
        }
        const component = (): string => 'goes on';
        registerModule({id: 'costs', name: 'Costs', version: '1.0.0', routes: [{path: '/costs', component}]});
      },
      {id: 'costs'},
    );
    await activate();
    expect(errors).to.deep.equal(['REACT_ROOT_MISSING']);
    expect((await show(consumer.route('/costs'))).text()).to.equal('goes on');
  });

  it('fails in one part alone: the others are shown', async () => {
    const fail: () => void = () => {
      throw new TypeError('broken');
    };
    const {activate, consumer, show} = startConsumer(
      ({React, registerModule}) => {
        const InEffect = (): unknown => {
          React.useEffect(fail, []);
          return 'until then';
        };
        const components: readonly (readonly [string, unknown])[] = [
          ['render', fail],
          ['effect', InEffect],
          ['whole', () => 'whole'],
        ];
        registerModule({
          id: 'costs',
          name: 'Costs',
          version: '1.0.0',
          routes: components.map(([name, component]) => ({path: `/costs/${name}`, component})),
        });
      },
      {id: 'costs'},
    );
    await activate();
    const failures: unknown[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      failures.push((event as CustomEvent<Error>).detail.message);
    };
    addEventListener('portal-failure', listen);
    const texts: string[] = [];
    for (const name of ['render', 'effect', 'whole']) {
      const page = await show(consumer.route(`/costs/${name}`));
      await page.settle();
      texts.push(page.text());
    }
    removeEventListener('portal-failure', listen);
    expect([failures, texts]).to.deep.equal([
      ['broken', 'broken'],
      ['', '', 'whole'],
    ]);
  });

  it('is mirrored while it is active, and leaves nothing', async () => {
    const {activate, deactivate} = start();
    await activate();
    expect(Object.keys(window.__openChoreoModules ?? {})).to.deep.equal(['costs']);
    await deactivate();
    expect(window.__openChoreoModules).to.deep.equal({});
  });

  it('runs once, is initialised and destroyed with each activation', async () => {
    const calls: string[] = [];
    let runs = 0;
    const change = {
      init: async ({moduleId, version}: Anything) => calls.push(['init', moduleId, version].join(' ')),
      destroy: () => calls.push('destroy'),
    };
    const {activate, deactivate} = startConsumer(
      (global) => {
        runs += 1;
        bundle(change)(global);
      },
      {id: 'costs'},
    );
    for (let time = 0; time < 2; time += 1) {
      await activate();
      await deactivate();
    }
    expect([runs, calls]).to.deep.equal([1, ['init costs 0.1.0', 'destroy', 'init costs 0.1.0', 'destroy']]);
  });

  it('is told of by the session of an operator, and by no other', async () => {
    const developer = start();
    await developer.activate();
    const operator = start({}, {host: {allows: (action) => action === 'portalmodule:update'}});
    await operator.activate();
    await waitUntil(() => operator.asked.length > 0);
    expect([developer.asked, operator.asked]).to.deep.equal([
      [],
      [
        'PUT /api/portal/modules/costs/registration {"id":"costs","name":"Costs","version":"1.0.0","type":"third-party",' +
          '"routes":[{"path":"/costs","label":"Costs","icon":"Coins","perspective":"both"}],' +
          '"dashboard":{"cards":[{"id":"total","position":"top","size":"small"}]}}',
      ],
    ]);
  });

  it('fails with every fault of what it registers', async () => {
    const wrong = {id: 'billing', routes: [{path: '/api/costs'}], init: 'later'};
    const [code, message] = await failure(start(wrong).activate());
    expect(code).to.equal('REGISTRATION_INVALID');
    for (const fault of [
      `id: found "billing", expected 'costs', the module it was loaded for`,
      'routes.0.component: found undefined, expected a React component',
      'init: found a string, expected a function',
    ]) {
      expect(message).to.include(fault);
    }
    const reserved = await failure(start({routes: [{path: '/api/costs', component: () => null}]}).activate());
    expect(reserved[1]).to.include("'api', which is reserved for the portal");
  });

  it('fails when it registers twice, and when it registers nothing in time; too late is refused', async () => {
    const twice = startConsumer(
      (global) => {
        bundle()(global);
        bundle()(global);
      },
      {id: 'costs'},
    );
    const [code, message] = await failure(twice.activate());
    expect([code, message]).to.deep.equal([
      'REGISTRATION_INVALID',
      "What 'costs' registered is refused: (root): found registerModule called twice, expected one call",
    ]);
    let late: () => void = () => {};
    const silent = startConsumer((global) => (late = () => bundle()(global)), {id: 'costs', patience: 10});
    expect((await failure(silent.activate()))[0]).to.equal('REGISTRATION_MISSING');
    expect(late).to.throw('registerModule called too late');
    let again: () => void = () => {};
    const changed = startConsumer(
      (global) => {
        bundle()(global);
        again = () => bundle({id: 'other'})(global);
      },
      {id: 'costs'},
    );
    await changed.activate();
    expect(again).to.throw("What 'costs' registered is refused: (root): found registerModule called twice");
    expect(Object.keys(window.__openChoreoModules ?? {})).to.deep.equal(['costs']);
    await changed.deactivate();
  });

  it('may register a moment after its file has run', async () => {
    const {activate, consumer, show} = startConsumer((global) => void setTimeout(() => bundle()(global)), {
      id: 'costs',
    });
    await activate();
    expect((await show(consumer.route('/costs'))).text()).to.include('development none');
  });

  it('fails by the name of the member that does not exist, with the nearest', async () => {
    const asking = (ask: (global: Anything) => unknown): Promise<readonly [string, string]> =>
      failure(startConsumer(ask).activate());
    const answers = await Promise.all([
      asking(({UI}) => UI.Buton),
      asking(({ReactQuery}) => ReactQuery.useQuerys),
      asking(({Utils}) => Utils.cx),
      asking(({registerModul}) => registerModul),
    ]);
    expect(answers).to.deep.equal([
      ['MEMBER_UNKNOWN', "window.OpenChoreo has no 'UI.Buton'. Most like it: UI.Button."],
      ['MEMBER_UNKNOWN', "window.OpenChoreo has no 'ReactQuery.useQuerys'. Most like it: ReactQuery.useQuery."],
      ['MEMBER_UNKNOWN', "window.OpenChoreo has no 'Utils.cx'. Most like it: Utils.cn."],
      ['MEMBER_UNKNOWN', "window.OpenChoreo has no 'registerModul'. Most like it: registerModule."],
    ]);
  });

  it('is one of several that each get their own, though they are started at once', async () => {
    const seen: string[] = [];
    const started = ['one', 'two', 'three'].map((id) =>
      startConsumer(
        async ({registerModule}) => {
          await new Promise((resolve) => setTimeout(resolve));
          seen.push(id);
          registerModule({id, name: id, version: '1.0.0'});
        },
        {id},
      ),
    );
    await Promise.all(started.map(({activate}) => activate()));
    expect(seen).to.deep.equal(['one', 'two', 'three']);
  });

  it('fails alone: the next one is loaded', async () => {
    const broken = startConsumer(() => {
      throw new TypeError('broken at the top');
    });
    const next = start();
    const results = await Promise.allSettled([broken.activate(), next.activate()]);
    expect(results.map(({status}) => status)).to.deep.equal(['rejected', 'fulfilled']);
  });

  it('says so when a page that was recorded is no longer registered', async () => {
    const {activate, consumer, host} = start();
    await activate();
    const failures: unknown[] = [];
    const listen = (event: Event): void => {
      event.preventDefault();
      failures.push((event as CustomEvent<PortalError>).detail.code);
    };
    addEventListener('portal-failure', listen);
    const {show} = {...start(), host} as StartedConsumer;
    await show(consumer.route('/gone'));
    removeEventListener('portal-failure', listen);
    expect(failures).to.deep.equal(['REGISTRATION_CHANGED']);
  });
});
