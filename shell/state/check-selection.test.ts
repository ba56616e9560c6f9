import {PortalError, type KindName, type Scope} from '@openchoreo/portal-contract';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {QueryClient} from '@tanstack/query-core';
import {atom} from 'nanostores';
import en from '../messages/en.json' with {type: 'json'};
import {createCatalogue} from '../messages/catalogue.ts';
import {createNotices} from '../notices/notices.ts';
import type {ShellServices} from '../services.ts';
import {toMessages} from '../testing/to-messages.ts';
import {checkSelection} from './check-selection.ts';

const THERE = ['namespaces acme', 'projects shop', 'components cart', 'environments dev'];

function start(scope: Scope, refuse?: PortalError) {
  const asked: string[] = [];
  const selected: unknown[] = [];
  const selection = atom(scope);
  const messages = createCatalogue('en', toMessages(en), {warn() {}});
  const notices = createNotices(messages);
  const queryClient = new QueryClient();
  const services = {
    api: {
      async get(kind: KindName, {name}: {name: string}) {
        asked.push(`${kind} ${name}`);
        if (refuse) throw refuse;
        if (!THERE.includes(`${kind} ${name}`)) throw new PortalError('PLATFORM_REFUSED', ['404', 'not found']);
        return {metadata: {name}};
      },
    },
    state: {selection, select: (change: unknown) => selected.push(change)},
    queryClient,
    notices,
    messages,
  } as unknown as ShellServices;
  const stop = checkSelection(services, 5);
  const shown = (): readonly string[] => notices.shown.get().map(({text}) => text);
  return {asked, selected, selection, notices, queryClient, shown, stop};
}

describe('a selection of things that are not there', () => {
  it('is said, from the top, and can be left out', async () => {
    const {asked, selected, notices, shown, stop} = start({namespace: 'acme', project: 'nope', component: 'nope'});
    await waitUntil(() => shown().length > 0);
    expect([shown(), asked]).to.deep.equal([
      ['Project “nope” is not there, or you may not see it.'],
      ['namespaces acme', 'projects nope'],
    ]);
    notices.shown.get()[0]?.action?.run();
    expect(selected).to.deep.equal([{project: null}]);
    stop();
  });

  it('is not said of another selection any more', async () => {
    const {selection, shown, stop} = start({namespace: 'nope'});
    await waitUntil(() => shown().length > 0);
    selection.set({namespace: 'acme'});
    await waitUntil(() => shown().length === 0);
    await aTimeout(30);
    expect(shown()).to.deep.equal([]);
    stop();
  });

  it('is not asked about where what was read already tells', async () => {
    const {asked, queryClient, stop} = start({namespace: 'acme', project: 'shop', environment: 'dev'});
    queryClient.setQueryData(['openchoreo', 'components', {namespace: 'acme', project: 'shop'}, {}], [{metadata: {}}]);
    queryClient.setQueryData(['openchoreo', 'environments', {namespace: 'acme'}, {}], [{metadata: {name: 'dev'}}]);
    await aTimeout(40);
    expect(asked).to.deep.equal([]);
    stop();
  });

  for (const [what, error, said] of [
    ['is not found', new PortalError('NOT_FOUND', ['/']), 1],
    ['may not be seen', new PortalError('PERMISSION_DENIED', ['namespace:view']), 1],
    ['cannot be asked', new PortalError('API_UNREACHABLE', ['/']), 0],
    ['fails', new PortalError('PLATFORM_REFUSED', ['500', 'oops']), 0],
  ] as const) {
    it(`is ${said ? '' : 'not '}said when it ${what}`, async () => {
      const {asked, shown, stop} = start({namespace: 'acme'}, error);
      await waitUntil(() => asked.length > 0);
      await aTimeout(20);
      expect(shown().length).to.equal(said);
      stop();
    });
  }
});
