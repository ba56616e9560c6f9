import {expect} from '@open-wc/testing';
import {createTestHost, mount, type TestHost} from '@openchoreo/portal-test-kit';
import {html, LitElement, type TemplateResult} from 'lit';
import {createRef, useState, type ReactNode} from 'react';
import {toComponent, toElementClass, type ElementEvent} from './index.ts';

/** What custom-elements-everywhere.com asks of a framework: the elements here are like those of its tests. */
class WithProperties extends HTMLElement {
  bool = false;
  num = 0;
  str = '';
  arr: readonly unknown[] = [];
  obj: object = {};
  camelCaseObj: object = {};
}
class WithChildren extends HTMLElement {
  connectedCallback(): void {
    this.attachShadow({mode: 'open'}).innerHTML = '<h1>Test h1</h1><slot></slot>';
  }
}
class WithEvents extends HTMLElement {
  fire(type: string): void {
    this.dispatchEvent(new CustomEvent(type, {detail: type}));
  }
}
class Widget extends LitElement {
  static override properties = {items: {type: Array}, label: {type: String}};
  declare items: readonly string[];
  declare label: string;
  override render(): TemplateResult {
    return html`<p>${this.label} ${this.items.join()}</p>`;
  }
}
for (const [tag, ctor] of Object.entries({
  'ce-with-properties': WithProperties,
  'ce-with-children': WithChildren,
  'ce-with-events': WithEvents,
  'ce-widget': Widget,
})) {
  customElements.define(tag, ctor);
}

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- so React's types are extended
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface that is extended, with a pattern of tags
    interface IntrinsicElements extends Record<
      `ce-${string}`,
      React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & Record<string, unknown>
    > {}
  }
}

const made = {count: 0};

describe('custom elements in React', () => {
  let host: TestHost;
  beforeEach(() => (host = createTestHost({module: 'sample', messages: {}})));
  const show = async (component: () => ReactNode): ReturnType<typeof mount<HTMLElement>> =>
    mount(`ce-page-${(made.count += 1)}`, toElementClass(component), host);

  describe('children', () => {
    it('may be none, and those it has may change', async () => {
      const mounted = await show(function Page() {
        const [turn, setTurn] = useState(1);
        return (
          <>
            <button onClick={() => setTurn(turn + 1)} />
            <ce-with-children>{turn > 2 ? undefined : <i>{turn}</i>}</ce-with-children>
            <ce-with-children />
          </>
        );
      });
      const element = mounted.find('ce-with-children')!;
      const seen = [element.textContent];
      for (let turn = 2; turn < 4; turn += 1) {
        mounted.find('button')!.click();
        await mounted.settle();
        seen.push(element.textContent);
      }
      expect([seen, element.isConnected, element.shadowRoot?.querySelector('h1')?.textContent]).to.deep.equal([
        ['1', '2', ''],
        true,
        'Test h1',
      ]);
    });

    it('are hidden and shown with their element', async () => {
      const mounted = await show(function Page() {
        const [isShown, setShown] = useState(true);
        return (
          <>
            <button onClick={() => setShown(!isShown)} />
            {isShown && <ce-with-children>child</ce-with-children>}
          </>
        );
      });
      const before = mounted.find('ce-with-children')?.textContent;
      mounted.find('button')!.click();
      await mounted.settle();
      expect([before, mounted.find('ce-with-children')]).to.deep.equal(['child', null]);
    });
  });

  it('get what is a property as one, whatever its kind and case, and the rest as attributes', async () => {
    const [array, object] = [['a', {b: 1}], {org: 'acme'}];
    const mounted = await show(() => (
      <ce-with-properties bool={true} num={42} str="text" arr={array} obj={object} camelCaseObj={object} data-x="1" />
    ));
    const element = mounted.find<WithProperties>('ce-with-properties')!;
    const {bool, num, str, arr, obj, camelCaseObj} = element;
    expect([bool, num, str, arr, obj, camelCaseObj]).to.deep.equal([true, 42, 'text', array, object, object]);
    expect([arr === array, element.getAttribute('data-x'), element.hasAttribute('arr')]).to.deep.equal([
      true,
      '1',
      false,
    ]);
  });

  it('are heard, whatever the case of their events', async () => {
    const heard: unknown[] = [];
    const hear = (event: CustomEvent<string>): void => void heard.push(event.detail);
    const mounted = await show(() => (
      <ce-with-events
        onlowercaseevent={hear}
        onkebab-event={hear}
        oncamelEvent={hear}
        onCAPSevent={hear}
        onPascalEvent={hear}
      />
    ));
    const names = ['lowercaseevent', 'kebab-event', 'camelEvent', 'CAPSevent', 'PascalEvent'];
    for (const name of names) mounted.find<WithEvents>('ce-with-events')!.fire(name);
    expect(heard).to.deep.equal(names);
    mounted.element.remove();
  });

  it('are components with typed properties and events through toComponent', async () => {
    const heard: string[] = [];
    const Typed = toComponent('ce-widget', Widget, {onPicked: 'picked' as ElementEvent<CustomEvent<string>>});
    const ref = createRef<Widget>();
    const mounted = await show(() => (
      <Typed ref={ref} label="Items" items={['a', 'b']} onPicked={({detail}) => heard.push(detail)} />
    ));
    ref.current?.dispatchEvent(new CustomEvent('picked', {detail: 'a'}));
    expect([mounted.find('ce-widget')?.shadowRoot?.textContent.trim(), heard]).to.deep.equal(['Items a,b', ['a']]);
    // @ts-expect-error -- a property that the element has, with another type
    const wrong = <Typed label={1} />;
    expect(wrong.type).to.equal(Typed);
  });
});
