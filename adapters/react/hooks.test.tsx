import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import {useQuery} from '@tanstack/react-query';
import {atom} from 'nanostores';
import {useState, type ReactNode} from 'react';
import {createPortal} from 'react-dom';
import {createRoot} from 'react-dom/client';
import {
  Gated,
  hasPermission,
  toElementClass,
  useCardReady,
  useEvent,
  useEventBus,
  useHost,
  useLocation,
  useMessages,
  useModuleStore,
  useNavigate,
  useParams,
  usePermission,
  usePortalContainer,
  useStore,
  useStyles,
  useText,
} from './index.ts';

const made = {count: 0};

describe('hooks', () => {
  let host: TestHost;
  const show = (component: () => ReactNode, location = {}): Promise<Mounted<HTMLElement>> =>
    mount(`hook-${(made.count += 1)}`, toElementClass(component), host, {location});

  beforeEach(() => {
    host = createTestHost({module: 'sample', messages: {hello: 'Hello {name}'}});
  });

  it('useHost gives the host of the module, without a provider in the component', async () => {
    const mounted = await show(() => <p>{useHost().module.id}</p>);
    expect(mounted.text()).to.equal('sample');
  });

  it('useStore follows a store', async () => {
    const mounted = await show(() => <p>{useStore(useHost().state.perspective)}</p>);
    expect(mounted.text()).to.equal('development');
    host.perspective.set('platform-engineering');
    await mounted.settle();
    expect(mounted.text()).to.equal('platform-engineering');
  });

  it('useModuleStore follows the store of a module', async () => {
    const mounted = await show(function Metrics() {
      const {metrics} = useModuleStore('sample' as never) as {metrics?: number};
      return <p>{metrics ?? 'none yet'}</p>;
    });
    expect(mounted.text()).to.equal('none yet');
    host.storeValues('sample').set({metrics: 3});
    await mounted.settle();
    expect(mounted.text()).to.equal('3');
  });

  it('useEventBus publishes, and useEvent hears while the component is in the page, with the newest listener', async () => {
    const heard: unknown[] = [];
    const mounted = await show(function Listening() {
      const [turn, setTurn] = useState(1);
      useEvent('sample:changed' as never, (payload) => void heard.push([turn, payload]));
      return <button onClick={() => setTurn(turn + 1)}>{typeof useEventBus().emit}</button>;
    });
    expect(mounted.text()).to.equal('function');
    host.publish('sample:changed', 'a');
    mounted.find('button')!.click();
    await mounted.settle();
    host.publish('sample:changed', 'b');
    mounted.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    host.publish('sample:changed', 'c');
    expect(heard).to.deep.equal([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('usePermission, hasPermission and Gated follow the answer', async () => {
    const answer = atom<boolean | undefined>(undefined);
    Object.assign(host.permissions, {watch: () => answer});
    const mounted = await show(function Guarded() {
      const allowed = usePermission('a:view', {namespace: 'acme'});
      return (
        <>
          {String(allowed)} {hasPermission('a:view') ? 'shown' : 'hidden'}{' '}
          <Gated permission="a:view" denied="denied" pending="pending">
            open
          </Gated>
        </>
      );
    });
    const seen = [mounted.text()];
    for (const allowed of [true, false]) {
      answer.set(allowed);
      await mounted.settle();
      seen.push(mounted.text());
    }
    expect(seen).to.deep.equal(['undefined hidden pending', 'true shown open', 'false hidden denied']);
  });

  it('useText and useMessages speak the user’s language', async () => {
    const listeners = new Set<() => void>();
    let greeting = 'Hello';
    Object.assign(host.messages, {
      text: (_: string, {name}: {name: string}) => `${greeting} ${name}`,
      onChange: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
    });
    const mounted = await show(function Greeting() {
      const text = useText();
      return <p>{`${text('hello', {name: 'Ada'})} ${useMessages().number(1.5)}`}</p>;
    });
    expect(mounted.text()).to.equal('Hello Ada 1.5');
    greeting = 'Hallo';
    for (const listener of listeners) listener();
    await mounted.settle();
    expect(mounted.text()).to.equal('Hallo Ada 1.5');
    mounted.element.remove();
    await waitUntil(() => listeners.size === 0);
  });

  it('useParams and useLocation follow the address, useNavigate changes it', async () => {
    const location = {params: {id: 'r1'}, query: new URLSearchParams('range=7d')};
    const mounted = await show(function Page() {
      const {id} = useParams<'/reports/:id'>();
      const navigate = useNavigate();
      return <button onClick={() => navigate('/reports')}>{`${id} ${useLocation().query.get('range')}`}</button>;
    }, location);
    expect(mounted.text()).to.equal('r1 7d');
    await mounted.go({params: {id: 'r2'}, query: new URLSearchParams('range=1h')});
    expect(mounted.text()).to.equal('r2 1h');
    mounted.find('button')!.click();
    expect(host.visits).to.deep.equal(['/reports']);
  });

  it('useQuery asks through the portal’s one cache', async () => {
    let asked = 0;
    const queryFn = (): Promise<string> => Promise.resolve(`answer ${(asked += 1)}`);
    const mounted = await show(function Asking() {
      const {data} = useQuery({queryKey: ['sample', 'q'], queryFn});
      const second = useQuery({queryKey: ['sample', 'q'], queryFn});
      return <p>{`${data} ${second.data}`}</p>;
    });
    await waitUntil(() => mounted.text() === 'answer 1 answer 1');
  });

  it('useStyles reaches where the component stands and the document, and goes with the last user', async () => {
    function Styled({useIt = true}: {readonly useIt?: boolean}): ReactNode {
      useStyles(useIt ? '.dot { color: rgb(4, 5, 6); }' : '');
      return <p className="dot">dot</p>;
    }
    const mounted = await show(() => (
      <>
        <Styled />
        {createPortal(<i className="dot">outside</i>, document.body)}
      </>
    ));
    const sheets = document.adoptedStyleSheets.length;
    const outside = document.querySelector('i.dot')!;
    expect(getComputedStyle(outside).color).to.equal('rgb(4, 5, 6)');
    expect(getComputedStyle(mounted.find('.dot')!).color).to.equal('rgb(4, 5, 6)');
    mounted.element.remove();
    await waitUntil(() => document.adoptedStyleSheets.length === sheets - 1);
  });

  it('usePortalContainer is a place where the component’s own styles apply', async () => {
    const Dialog = Object.assign(() => createPortal(<dialog open>Sure?</dialog>, usePortalContainer()), {
      styles: 'dialog { color: rgb(7, 8, 9); }',
    });
    const mounted = await mount('hook-dialog', toElementClass(Dialog), host);
    const dialog = mounted.find('dialog')!;
    expect(getComputedStyle(dialog).color).to.equal('rgb(7, 8, 9)');
    mounted.element.remove();
    await waitUntil(() => !dialog.isConnected);
  });

  it('a card is ready when it is drawn, or when it says so', async () => {
    const ready: string[] = [];
    const listen = (event: Event): void => void ready.push((event.target as Element).localName);
    document.addEventListener('portal-card-ready', listen);
    let finish = (): void => {};
    function Slow(): ReactNode {
      const [isDone, setDone] = useState(false);
      finish = () => setDone(true);
      useCardReady(isDone);
      return <p>{isDone ? 'done' : 'loading'}</p>;
    }
    await mount(
      'card-plain',
      toElementClass(() => <p>card</p>),
      host,
    );
    const slow = await mount('card-slow', toElementClass(Slow), host);
    expect(ready).to.deep.equal(['card-plain']);
    finish();
    await slow.settle();
    expect(ready).to.deep.equal(['card-plain', 'card-slow']);
    document.removeEventListener('portal-card-ready', listen);
  });

  it('outside the portal’s roots they say what is wrong', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const error = await new Promise((resolve) => {
      const Lost = (): ReactNode => <p>{useText()('hello')}</p>;
      createRoot(place, {onUncaughtError: resolve}).render(<Lost />);
    });
    expect((error as PortalError).code).to.equal('REACT_ROOT_MISSING');
    expect((error as PortalError).message).to.contain('useMessages()');
    expect(() => hasPermission('a:view')).to.throw(PortalError, 'hasPermission() was called outside');
  });
});
