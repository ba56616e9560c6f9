import {expect} from '@open-wc/testing';
import {listQuery, type Host} from '@openchoreo/portal-contract';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import {QueryClient} from '@tanstack/query-core';
import {atom} from 'nanostores';
import type {ReactNode} from 'react';
import {toElementClass} from '../to-element-class.tsx';
import {createGlobalStore} from './create-global-store.ts';
import {useGlobalStore} from './use-global-store.ts';

const PROJECTS = [
  {
    metadata: {name: 'shop', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'The shop'}},
    spec: {type: {name: 'default'}},
    status: {conditions: [{type: 'Ready', status: 'True'}]},
  },
];
const COMPONENTS = [
  {metadata: {name: 'cart'}, spec: {owner: {projectName: 'shop'}, componentType: {name: 'deployment/service'}}},
  {metadata: {name: 'ledger'}, spec: {owner: {projectName: 'bank'}}},
];

describe('the global store', () => {
  let host: TestHost;
  let client: QueryClient;
  const watched: string[] = [];
  const answer = (list: 'projects' | 'components', items: unknown): void =>
    void client.setQueryData(listQuery(host.api, list, {namespace: 'acme'}).queryKey, items);

  beforeEach(() => {
    watched.length = 0;
    client = new QueryClient();
    host = createTestHost({module: 'sample', messages: {}});
    Object.assign(host.live, {
      watch: (kind: string, {namespace}: {namespace: string}) => {
        const store = atom(0);
        return {
          ...store,
          listen() {
            watched.push(`${namespace}/${kind}`);
            return () => watched.splice(watched.indexOf(`${namespace}/${kind}`), 1);
          },
        };
      },
    } satisfies Partial<Record<keyof Host['live'], unknown>>);
  });

  it('shows what is chosen, by its name until more is known', async () => {
    const store = createGlobalStore(host, client);
    const told: (string | undefined)[] = [];
    store.subscribe(({currentProject}) => told.push(currentProject?.displayName));
    host.scope.set({namespace: 'acme', project: 'shop'});
    answer('projects', PROJECTS);
    await new Promise((resolve) => setTimeout(resolve));
    expect([told, store.getState().currentComponent]).to.deep.equal([['shop', 'The shop'], null]);
    const {currentProject} = store.getState();
    expect([currentProject?.id, currentProject?.type, currentProject?.status]).to.deep.equal([
      'shop',
      'default',
      'ready',
    ]);
  });

  it('fetches only the lists that somebody reads, while somebody follows, in the namespace that is selected', async () => {
    const store = createGlobalStore(host, client);
    const stop = store.subscribe(() => {});
    expect(store.getState().components).to.deep.equal([]);
    await Promise.resolve();
    const atFirst = [...watched];
    host.scope.set({namespace: 'other'});
    const afterwards = [...watched];
    stop();
    expect([atFirst, afterwards, watched]).to.deep.equal([['acme/components'], ['other/components'], []]);
  });

  it('is the same object until something changes', () => {
    const store = createGlobalStore(host, client);
    const before = store.getState();
    expect(store.getState()).to.equal(before);
    host.perspective.set('platform-engineering');
    expect(store.getState()).not.to.equal(before);
    expect(store.getState().perspective).to.equal('platform-engineering');
  });

  it('changes the selection and the perspective of the portal, and lists for itself', () => {
    const store = createGlobalStore(host, client);
    const {setCurrentProject, setPerspective, setProjects, getComponentsForProject} = store.getState();
    setCurrentProject('shop');
    setPerspective('platform-engineering');
    store.setState({currentEnvironment: {id: 'prod'} as never});
    expect([host.scope.get(), host.perspective.get()]).to.deep.equal([
      {namespace: 'acme', project: 'shop', environment: 'prod'},
      'platform-engineering',
    ]);
    setCurrentProject(null);
    expect(host.scope.get()).to.deep.equal({namespace: 'acme', environment: 'prod'});
    setProjects([]);
    answer('projects', PROJECTS);
    answer('components', COMPONENTS);
    expect(store.getState().projects).to.deep.equal([]);
    expect(getComponentsForProject('shop').map(({id, type}) => `${id} ${type}`)).to.deep.equal(['cart service']);
    host.scope.set({namespace: 'other'});
    host.scope.set({namespace: 'acme2'});
    expect(store.getState().projects).to.deep.equal([]);
  });

  it('useGlobalStore renders again for what it picks, and for nothing else', async () => {
    let renders = 0;
    function Picking(): ReactNode {
      const project = useGlobalStore(({currentProject}) => currentProject?.name);
      // A selector that makes a new object each time must not render for ever.
      const {names} = useGlobalStore(({projects}) => ({names: projects.map(({name}) => name)}));
      renders += 1;
      return <p>{`${project} ${names.length}`}</p>;
    }
    const mounted = await mount('store-picking', toElementClass(Picking), host);
    const first = renders;
    host.scope.set({namespace: 'acme', project: 'shop'});
    await mounted.settle();
    expect([mounted.text(), renders > first]).to.deep.equal(['shop 0', true]);
    const whole = await mount(
      'store-whole',
      toElementClass(() => <p>{useGlobalStore().currentProject?.id}</p>),
      host,
    );
    expect(whole.text()).to.equal('shop');
  });
});
