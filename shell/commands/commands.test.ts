import type {ContributionData, ModuleManifest} from '@openchoreo/portal-contract';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {calls} from '../testing/alpha/handlers.ts';
import {ALPHA} from '../testing/manifests.ts';
import {pageHost} from '../testing/page-host.ts';
import {rejection} from '../testing/rejection.ts';
import {startPortal, type PortalUnderTest} from '../testing/start-portal.ts';
import {callHandler} from './call-handler.ts';
import type {ProviderAnswer} from './search-providers.ts';
import {searchProviders} from './search-providers.ts';

const handler = (name: string): {entry: string; export: string} => ({entry: 'handlers.ts', export: name});

const COMMANDS: readonly ContributionData[] = [
  {id: 'note', title: 'Take a note', icon: 'pen', handler: handler('note'), permissions: ['component:view']},
  {id: 'throws', title: 'Throw', handler: handler('throws')},
  {id: 'broken', title: 'Broken', handler: handler('notAFunction')},
  {id: 'gone', title: 'Gone', handler: handler('missing')},
  {id: 'items', title: 'Items', path: '/alpha/items', shortcut: 'G I'},
  {id: 'secret', title: 'Secret', path: '/alpha/secret', permissions: ['secret:view']},
  {id: 'in-project', title: 'In a project', path: '/alpha', scope: 'project'},
  {
    id: 'typed',
    title: 'Typed',
    handler: handler('note'),
    input: {type: 'object', required: ['name'], properties: {name: {type: 'string'}}},
  },
];

const withCommands = (search: readonly ContributionData[] = []): ModuleManifest => ({
  ...ALPHA,
  contributes: {'portal.commands': [...COMMANDS], 'portal.search': [...search]},
});

function start(search?: readonly ContributionData[], inline = true): PortalUnderTest {
  calls.length = 0;
  return startPortal({
    path: '/alpha?namespace=acme',
    modules: [withCommands(search)],
    inline,
    gateway: ({method, url}) => {
      if (url.includes('evaluates')) return Response.json([{decision: false}]);
      if (url.includes('manifest.json')) return Response.json(withCommands(search));
      return method === 'PUT' ? Response.json({}) : undefined;
    },
  });
}

describe('commands', () => {
  let test: PortalUnderTest;
  afterEach(() => test.stop());

  it('run the handler of their module, which gets its host, the scope and a signal, once at a time', async () => {
    test = start();
    const host = await pageHost(test);
    const [first, second] = [host.commands.run('alpha.note', {a: 1}), host.commands.run('alpha.note', {a: 2})];
    expect([await first, await second]).to.deep.equal(['noted', 'noted']);
    expect(calls).to.deep.equal([{input: {a: 1}, module: 'alpha', scope: {namespace: 'acme'}, aborted: false}]);
  });

  it('have their name on what the handler changes', async () => {
    const sent: (string | null)[] = [];
    test = startPortal({
      path: '/alpha?namespace=acme',
      modules: [withCommands()],
      gateway({method, headers}) {
        if (method === 'PUT') sent.push(headers.get('x-portal-command'), headers.get('x-portal-module'));
        return method === 'PUT' ? Response.json({}) : undefined;
      },
    });
    const host = await pageHost(test);
    await host.commands.run('alpha.note');
    await host.portal.request('/api/portal/preferences', {method: 'PUT', body: {}});
    expect(sent).to.deep.equal(['alpha.note', 'alpha@1.0.0', null, 'alpha@1.0.0']);
  });

  it('that open a page go there', async () => {
    test = start();
    const host = await pageHost(test);
    await host.commands.run('alpha.items');
    await waitUntil(() => location.pathname === '/alpha/items');
  });

  it('are refused by the same guard everywhere, with the reason', async () => {
    test = start();
    const {commands} = await pageHost(test);
    const refusals = await Promise.all(
      ['alpha.secret', 'alpha.in-project'].map(async (id) => {
        const states: unknown[] = [];
        const stop = commands.watch(id).subscribe((state) => state && states.push([state.status, state.reason]));
        const {code} = await rejection(commands.run(id));
        await waitUntil(() => states.length > 0);
        stop();
        return [code, ...states];
      }),
    );
    expect(refusals).to.deep.equal([
      ['PERMISSION_DENIED', ['denied', "This needs the permission 'secret:view'."]],
      ['COMMAND_NEEDS_SCOPE', ['needs-scope', (refusals[1]?.[1] as string[])[1]]],
    ]);
    expect(location.pathname).to.equal('/alpha');
  });

  it('that fail say why by a code, and a press never rejects', async () => {
    test = start();
    const {commands} = await pageHost(test);
    const codeOf = async (id: string, input?: unknown): Promise<string> =>
      (await rejection(commands.run(id, input))).code;
    expect([
      await codeOf('alpha.throws'),
      await codeOf('alpha.broken'),
      await codeOf('alpha.gone'),
      await codeOf('alpha.typed'),
      await codeOf('alpha.note', () => {}),
      await codeOf('nobody.knows'),
    ]).to.deep.equal([
      'HANDLER_FAILED',
      'HANDLER_INVALID',
      'PAGE_EXPORT_INVALID',
      'INPUT_INVALID',
      'INPUT_INVALID',
      'COMMAND_UNKNOWN',
    ]);
    await commands.press('alpha.throws');
    const [notice] = test.portal.services.notices.shown.get().slice(-1);
    expect([notice?.code, notice?.text]).to.deep.equal(['HANDLER_FAILED', "'Throw' did not work."]);
  });

  it('that are unknown name the one most like it', async () => {
    test = start();
    const {commands} = await pageHost(test);
    const error = await rejection(commands.run('alpha.nite'));
    expect(error.message).to.equal("There is no command 'alpha.nite'. Most like it: alpha.note.");
  });

  it('are known of a module whose manifest has not been fetched, when somebody follows the list', async () => {
    test = start([], false);
    await test.page('shown');
    const {list} = await test.portal.services.commands();
    const ids: string[] = [];
    const stop = list.all.subscribe((all) => (ids.length = 0) + ids.push(...all.map(({id}) => id)));
    await waitUntil(() => ids.includes('alpha.note'));
    stop();
    expect(ids).to.include('portal.theme-dark').and.to.include('alpha.typed');
    expect(test.imported).to.not.include('handlers.ts');
  });
});

describe('a handler', () => {
  const controller = new AbortController();
  const options = {
    activate: async () => ({host: {signal: controller.signal}}) as never,
    loadExport: async () => () => new Promise(() => {}),
    createContext: () => ({}) as never,
  };
  const call = {head: ALPHA as never, entry: 'x.ts', export: 'x', title: 'Slow', input: {}};

  it('that hangs is given up after its time', async () => {
    const error = await rejection(callHandler({...call, milliseconds: 20}, options));
    expect(error.code).to.equal('HANDLER_TIMEOUT');
  });

  it('ends with its module', async () => {
    const run = callHandler({...call, milliseconds: 5000}, options).catch(String);
    controller.abort(new DOMException('gone', 'AbortError'));
    expect(await run).to.equal('AbortError: gone');
  });
});

describe('search', () => {
  let test: PortalUnderTest;
  afterEach(() => test.stop());

  const provider = (name: string): ContributionData => ({id: name.toLowerCase(), title: name, handler: handler(name)});

  async function search(names: readonly string[], text: string): Promise<Map<string, ProviderAnswer['state']>> {
    test = start(names.map(provider));
    await test.page('shown');
    const center = await test.portal.services.commands();
    return new Promise((resolve) => {
      const stop = center.search(text, (answers) => {
        const open = answers.filter(({key, state}) => state.status === 'pending' && key !== 'alpha.findnever');
        if (answers.length < names.length || open.length > 0) return;
        resolve(new Map(answers.map(({key, state}) => [key, state])));
        stop();
      });
    });
  }

  it('shows what each provider found, without what is no result, beside those that fail or never answer', async () => {
    const answers = await search(['find', 'findTooMuch', 'findNonsense', 'throws', 'findNever'], 'cart');
    const found = answers.get('alpha.find');
    expect(found?.status === 'found' && found.results.map(({title}) => title)).to.deep.equal(['Found cart', 'Noted']);
    const much = answers.get('alpha.findtoomuch');
    expect(much?.status === 'found' && [much.results.length, much.more]).to.deep.equal([20, 9980]);
    expect(
      ['alpha.findnonsense', 'alpha.throws', 'alpha.findnever'].map((key) => answers.get(key)?.status),
    ).to.deep.equal(['failed', 'failed', 'pending']);
    await waitUntil(() => calls.includes('aborted'), 'what is no longer wanted is aborted');
  });

  it('gives a provider up that does not answer in time', async () => {
    test = start([provider('findNever')]);
    await test.page('shown');
    const states: string[] = [];
    const parts = {
      registry: {all: {get: () => [{head: {id: 'alpha', contributes: ['portal.search']}}]}},
      manifests: {get: async () => withCommands([provider('findNever')])},
      permissions: {has: () => true},
      services: test.portal.services,
      report: () => {},
      call: () => Promise.reject(new Error('late')),
    };
    searchProviders('ab', parts as never, (answers) => states.push(...answers.map(({state}) => state.status)));
    await waitUntil(() => states.length === 2);
    expect(states).to.deep.equal(['pending', 'failed']);
  });

  it('asks nobody for less than they want', async () => {
    test = start([provider('find')]);
    await test.page('shown');
    let count = 0;
    const stop = (await test.portal.services.commands()).search('c', () => count++);
    await aTimeout(50);
    stop();
    expect(count).to.equal(0);
  });
});
