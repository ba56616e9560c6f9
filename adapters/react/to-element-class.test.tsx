import {expect, waitUntil} from '@open-wc/testing';
import {createTestHost, findLeaks, mount, watchLeaks, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import {Component, createRef, forwardRef, lazy, memo, useEffect, useState, type ReactNode, type Ref} from 'react';
import {toElementClass} from './to-element-class.tsx';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

function Counter({start = 0}: {readonly start?: number}): ReactNode {
  const [count, setCount] = useState(start);
  return <button onClick={() => setCount(count + 1)}>Count {count}</button>;
}

class Greeting extends Component<{readonly name?: string}> {
  override render(): ReactNode {
    return <p>Hello {this.props.name ?? 'nobody'}</p>;
  }
}

interface RowsProps {
  readonly maxItems?: number;
  readonly isOpen?: boolean;
  readonly filter?: {readonly text: string};
  readonly format?: (value: number) => string;
  readonly onRowPicked?: (row: {readonly id: number}) => boolean;
}

function Rows({maxItems = 2, isOpen = false, filter, format = String, onRowPicked}: RowsProps): ReactNode {
  return (
    <button onClick={() => onRowPicked?.({id: 7})}>
      {format(maxItems)} {isOpen ? 'open' : 'closed'} {filter?.text}
    </button>
  );
}

const ROWS = {
  attributes: {'max-items': 'number', 'is-open': 'boolean', filter: 'json'},
  properties: ['format'],
  events: ['row-picked'],
} as const;

describe('toElementClass', () => {
  let host: TestHost;
  beforeEach(() => (host = createTestHost({module: 'sample', messages: {}})));

  it('shows components of every kind', async () => {
    const kinds = {
      function: Counter,
      class: Greeting,
      memo: memo(Greeting),
      'forward-ref': forwardRef((_: object, ref: Ref<HTMLElement>) => <b ref={ref}>forwarded</b>),
      lazy: lazy(() => Promise.resolve({default: Greeting})),
    };
    const shown: string[] = [];
    for (const [name, component] of Object.entries(kinds)) {
      const mounted = await mount(`kind-${name}`, toElementClass(component), host);
      await waitUntil(() => mounted.text() !== '');
      shown.push(mounted.text());
    }
    expect(shown).to.deep.equal(['Count 0', 'Hello nobody', 'Hello nobody', 'forwarded', 'Hello nobody']);
  });

  it('gives the same class for the same component and options, another for others', () => {
    expect(toElementClass(Counter)).to.equal(toElementClass(Counter));
    expect(toElementClass(Counter, {shadow: true})).not.to.equal(toElementClass(Counter));
  });

  it('takes attributes as props, in their kind, and lets defaults hold without them', async () => {
    const mounted = await mount('sample-rows', toElementClass<RowsProps>(Rows, ROWS), host);
    expect(mounted.text()).to.equal('2 closed');
    mounted.element.setAttribute('max-items', '5');
    mounted.element.setAttribute('is-open', '');
    mounted.element.setAttribute('filter', '{"text": "cart"}');
    await mounted.settle();
    expect(mounted.text()).to.equal('5 open cart');
    mounted.element.setAttribute('max-items', 'many');
    mounted.element.removeAttribute('is-open');
    mounted.element.removeAttribute('filter');
    await mounted.settle();
    expect(mounted.text()).to.equal('2 closed');
  });

  it('takes objects and functions as properties, also those set before the class was defined', async () => {
    const early = Object.assign(document.createElement('sample-early'), {maxItems: 9, format: (n: number) => `#${n}`});
    const mounted = await mount('sample-early', toElementClass<RowsProps>(Rows, {...ROWS, module: 'early'}), host);
    mounted.element.replaceWith(early);
    customElements.upgrade(early);
    await settle();
    expect(early.textContent).to.equal('#9 closed ');
    Object.assign(early, {filter: {text: 'late'}});
    await settle();
    expect(early.textContent).to.equal('#9 closed late');
  });

  it('fires an event for a callback, which tells whether its default was prevented', async () => {
    let answer: boolean | undefined;
    function Picker({onRowPicked}: RowsProps): ReactNode {
      return <button onClick={() => (answer = onRowPicked?.({id: 7}))}>Pick</button>;
    }
    const mounted = await mount('sample-picker', toElementClass<RowsProps>(Picker, {...ROWS}), host);
    const heard: unknown[] = [];
    const listen = (event: Event): void => void heard.push((event as CustomEvent).detail);
    document.addEventListener('row-picked', listen);
    mounted.find('button')!.click();
    expect([heard, answer]).to.deep.equal([[{id: 7}], true]);
    document.removeEventListener('row-picked', listen);
    mounted.element.addEventListener('row-picked', (event) => event.preventDefault());
    mounted.find('button')!.click();
    expect(answer).to.equal(false);
  });

  it('shows its children in `children` and named slots in props', async () => {
    function Panel({
      children,
      mainAction,
    }: {
      readonly children?: ReactNode;
      readonly mainAction?: ReactNode;
    }): ReactNode {
      return (
        <section>
          <header>{mainAction}</header>
          {children}
        </section>
      );
    }
    const mounted = await mount('sample-panel', toElementClass(Panel, {slots: ['main-action']}), host);
    mounted.element.innerHTML = '<p>inside</p><button slot="main-action">Do</button>';
    await mounted.settle();
    const slots = mounted
      .findAll<HTMLSlotElement>('slot')
      .map((slot) => slot.assignedElements().map((one) => one.localName));
    expect(slots).to.deep.equal([['button'], ['p']]);
  });

  it('keeps the styles of a component to itself, and stands in the page without them', async () => {
    const Styled = Object.assign(() => <p>styled</p>, {styles: 'p { color: rgb(1, 2, 3); }'});
    const mounted = await mount('sample-styled', toElementClass(Styled), host);
    expect(getComputedStyle(mounted.find('p')!).color).to.equal('rgb(1, 2, 3)');
    const plain = await mount(
      'sample-plain',
      toElementClass(() => <p>plain</p>),
      host,
    );
    expect(getComputedStyle(plain.find('p')!).color).not.to.equal('rgb(1, 2, 3)');
    expect(plain.element.shadowRoot).to.equal(null);
  });

  it('keeps its state while it is moved in one task, and unmounts when it is removed', async () => {
    const log: string[] = [];
    function Watched(): ReactNode {
      useEffect(() => {
        log.push('mounted');
        return () => void log.push('unmounted');
      }, []);
      return <Counter />;
    }
    const mounted = await mount('sample-moved', toElementClass(Watched), host);
    mounted.find('button')!.click();
    const place = mounted.element.parentElement!;
    mounted.element.remove();
    await Promise.resolve();
    place.prepend(mounted.element);
    await settle();
    expect([mounted.text(), log]).to.deep.equal(['Count 1', ['mounted']]);
    mounted.element.remove();
    await settle();
    expect([mounted.text(), log]).to.deep.equal(['', ['mounted', 'unmounted']]);
    place.append(mounted.element);
    await settle();
    expect(mounted.text()).to.equal('Count 0');
  });

  it('leaves nothing behind after it was connected and disconnected 1,000 times', async function () {
    this.timeout(60_000);
    const watch = watchLeaks();
    const mounted = await mount('sample-leaky', toElementClass(Counter), host);
    const place = mounted.element.parentElement!;
    const round = async (): Promise<void> => {
      const element = document.createElement('sample-leaky');
      place.append(element);
      await (element as unknown as {updateComplete: Promise<boolean>}).updateComplete;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
    };
    expect(await findLeaks({round, counts: watch.counts, rounds: 1000, warmUp: 60})).to.deep.equal([]);
    watch.stop();
  });

  describe('when the component throws', () => {
    const failures: unknown[] = [];
    const onFailure = (event: Event): void => {
      event.preventDefault();
      failures.push((event as CustomEvent<unknown>).detail);
    };
    beforeEach(() => {
      failures.length = 0;
      document.addEventListener('portal-failure', onFailure);
    });
    afterEach(() => document.removeEventListener('portal-failure', onFailure));

    const fail = (): never => {
      throw new Error('broken');
    };

    for (const [place, component] of Object.entries({
      render: (): ReactNode => fail(),
      effect: function Broken(): ReactNode {
        useEffect(fail, []);
        return <p>fine until then</p>;
      },
      'a lazy import': lazy(() => Promise.reject(new Error('broken'))),
    })) {
      it(`in ${place}, it is told, and nothing of it stays`, async () => {
        const mounted = await mount(`failing-${place.replaceAll(' ', '-')}`, toElementClass(component), host);
        await waitUntil(() => failures.length > 0);
        expect([(failures as Error[]).map(({message}) => message), mounted.text()]).to.deep.equal([['broken'], '']);
      });
    }

    it('in an event handler, it stays as it is and the window is told', async () => {
      const mounted = await mount(
        'failing-handler',
        toElementClass(() => <button onClick={fail}>Press</button>),
        host,
      );
      const told: unknown[] = [];
      const {onerror} = window;
      window.onerror = (...[, , , , error]) => told.push(error) > 0;
      mounted.find('button')!.click();
      window.onerror = onerror;
      expect([told.length, failures, mounted.text()]).to.deep.equal([1, [], 'Press']);
    });

    it('because it brings its own React, that is the reason given', async () => {
      const address = new URL('/__react/development/react.js', location.href).href;
      const other = (await import(address)) as {useState: typeof useState};
      const mounted = await mount(
        'sample-foreign',
        toElementClass(() => <p>{other.useState(1)[0]}</p>),
        host,
      );
      await waitUntil(() => failures.length > 0);
      expect((failures[0] as {code: string}).code).to.equal('REACT_DUPLICATED');
      expect(mounted.text()).to.equal('');
    });
  });

  it('gives a ref to what is inside, as everywhere in React', async () => {
    const ref = createRef<HTMLElement>();
    const mounted: Mounted<HTMLElement> = await mount(
      'sample-ref',
      toElementClass(() => <b ref={ref}>here</b>),
      host,
    );
    expect(ref.current).to.equal(mounted.find('b'));
  });
});
