import {expect, waitUntil} from '@open-wc/testing';
import {listQuery, logsQuery} from '@openchoreo/portal-contract';
import {
  defineElement,
  ModuleElement,
  PermissionController,
  QueryController,
  StoreController,
} from '@openchoreo/portal-lit';
import {toElementClass, useEvent, useEventBus, useGlobalStore, useHost, useModuleStore} from '@openchoreo/portal-react';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import {useQuery} from '@tanstack/react-query';
import {html, type TemplateResult} from 'lit';
import {useState, type ReactNode} from 'react';
import messages from './messages/en.json' with {type: 'json'};
import {createTestObserver, type TestObserver} from './testing/observer.ts';

const FILTER = {scope: {namespace: 'acme'}, from: '2030-01-01T00:00:00Z', to: '2030-01-02T00:00:00Z'};
const EVENT = 'observability:errors-arrived';

class LitSide extends ModuleElement {
  readonly #list = new QueryController(this, () => listQuery(this.host.api, 'environments', {namespace: 'acme'}));
  readonly #logs = new QueryController(this, () => logsQuery(this.host.observer, FILTER));
  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #store = new StoreController(this, () => this.host.stores.get('observability'));
  readonly #may = new PermissionController(this, () => ({action: 'logs:view'}));

  protected override render(): TemplateResult {
    const {latest} = this.#store.value as {latest?: {errors: number}};
    return html`<p>
      ${this.#list.data?.length} ${this.#logs.data?.total} ${this.#selection.value.project} ${latest?.errors}
      ${String(this.#may.allowed)}
    </p>`;
  }
}

function ReactSide(): ReactNode {
  const host = useHost();
  const list = useQuery(listQuery(host.api, 'environments', {namespace: 'acme'}));
  const logs = useQuery(logsQuery(host.observer, FILTER));
  const {currentProject, setCurrentProject} = useGlobalStore();
  const {latest} = useModuleStore('observability');
  const events = useEventBus();
  const [heard, setHeard] = useState(0);
  useEvent(EVENT, ({count}) => setHeard(count));
  return (
    <button
      onClick={() => {
        setCurrentProject('shop');
        events.emit(EVENT, {namespace: 'acme', count: 7});
      }}
    >
      {list.data?.length} {logs.data?.total} {currentProject?.name} {latest?.errors} {heard}
    </button>
  );
}

/** Both in one page of the portal, below the same contexts. */
class BothSides extends HTMLElement {
  connectedCallback(): void {
    defineElement('equals-lit', LitSide);
    defineElement('equals-react', toElementClass(ReactSide));
    this.append(document.createElement('equals-lit'), document.createElement('equals-react'));
  }
}

describe('a Lit page and a React page', () => {
  let observer: TestObserver;
  let host: TestHost;
  beforeEach(() => {
    observer = createTestObserver({from: 0, every: 86_400_000});
    host = createTestHost({module: 'observability', messages, observer: observer.answer});
    const environment = {metadata: {name: 'dev', namespace: 'acme'}};
    host.platform.put('environments', environment);
  });

  it('that ask the same make one request, of the platform and of the observer', async () => {
    const release = host.platform.hold('list environments');
    const page = await mount('equals-both', BothSides, host);
    release();
    await waitUntil(() => page.find('button')!.textContent.startsWith('1 0'));
    await waitUntil(() => page.find('p')!.textContent.trim().startsWith('1 0'));
    expect([host.platform.calls, observer.asked.length]).to.deep.equal([['list environments'], 1]);
  });

  it('share what is chosen and what modules keep, and hear each other', async () => {
    const page = await mount('equals-both', BothSides, host);
    const heard: unknown[] = [];
    host.events.on(EVENT as never, (payload) => heard.push(payload));
    page.find('button')!.click();
    host.storeValues('observability').set({latest: {namespace: 'acme', newest: '', errors: 42}});
    await waitUntil(() => /shop\s+42/.test(page.find('p')!.textContent));
    await waitUntil(() => page.find('button')!.textContent.endsWith('shop 42 7'));
    expect(heard).to.deep.equal([{namespace: 'acme', count: 7}]);
    host.events.emit(EVENT as never, {namespace: 'acme', count: 9} as never);
    await waitUntil(() => page.find('button')!.textContent.endsWith('9'));
  });
});
