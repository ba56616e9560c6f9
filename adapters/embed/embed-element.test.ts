import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {createFakePortal, type FakePortal, textOf} from './test-support/fake-portal.ts';

/** Tags are for the life of the page. */
const newTag = (): string => `shop-widget-${crypto.randomUUID().slice(0, 8)}`;

/** An element of a portal in the page, the portal made ready before. */
async function show(
  prepare: (portal: FakePortal) => void = ({embedder}) => embedder.configure({getToken: () => 'good'}),
): Promise<{portal: FakePortal; element: HTMLElement; tag: string}> {
  const portal = createFakePortal();
  const tag = newTag();
  prepare(portal);
  portal.define('shop', tag);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag);
  place.append(element);
  await settled(element);
  return {portal, element, tag};
}

async function settled(element: HTMLElement): Promise<void> {
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy]') === null, 'it is busy');
}

describe('an embedded element', () => {
  afterEach(() => (document.documentElement.lang = 'en'));

  it('shows its part, told of attributes and properties as they change', async () => {
    const {element, tag} = await show();
    const inner = element.shadowRoot?.querySelector('p');
    expect(textOf(element)).to.equal(`shop ${tag}`);
    element.setAttribute('project', 'one');
    expect(inner?.getAttribute('project')).to.equal('one');
    Object.assign(element, {project: 'two', timeRange: 7});
    expect([inner?.getAttribute('project'), inner?.getAttribute('time-range')]).to.deep.equal(['two', '7']);
    Object.assign(element, {project: undefined});
    expect(inner?.hasAttribute('project')).to.equal(false);
  });

  it('takes what was set before it was defined', async () => {
    const portal = createFakePortal();
    const tag = newTag();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement(tag);
    element.setAttribute('project', 'early');
    Object.assign(element, {timeRange: '30d', getToken: () => 'good'});
    place.append(element);
    portal.define('shop', tag);
    await settled(element);
    const inner = element.shadowRoot?.querySelector('p');
    expect([inner?.getAttribute('project'), inner?.getAttribute('time-range')]).to.deep.equal(['early', '30d']);
  });

  it('says in its place what is the matter, accessibly and in the language of the page', async () => {
    const known = ({embedder}: FakePortal): void => embedder.configure({getToken: () => 'good'});
    const cases: Readonly<Record<string, (portal: FakePortal) => void>> = {
      'may not show parts': (portal) => (portal.isAllowed = false),
      'cannot be reached': (portal) => (portal.isReachable = false),
      'Sign in to see this': () => {},
      'You may not see this': (portal) => {
        known(portal);
        portal.withheld.set('shop', {id: 'shop', reason: 'denied', permission: 'view:shop'});
      },
      'is switched off': (portal) => {
        known(portal);
        portal.withheld.set('shop', {id: 'shop', reason: 'disabled'});
      },
      'does not have this part': (portal) => {
        known(portal);
        portal.withheld.set('shop', {id: 'shop', reason: 'unknown'});
      },
      'could not be shown': ({embedder}) => embedder.configure({getToken: () => 'bad'}),
    };
    for (const [text, prepare] of Object.entries(cases)) {
      const {element} = await show(prepare);
      expect(textOf(element)).to.contain(text);
      await expect(element).to.be.accessible();
      const english = textOf(element);
      document.documentElement.lang = 'de';
      await waitUntil(() => textOf(element) !== english, `${text} is not said in German`);
      document.documentElement.lang = 'en';
      element.remove();
    }
  });

  it('is what it was after it came and went a thousand times, and asks nothing for it', async () => {
    const {portal, element} = await show();
    const place = element.parentElement!;
    const inner = element.shadowRoot?.querySelector('p');
    const asked = portal.requests.length;
    for (let round = 0; round < 1000; round += 1) {
      element.remove();
      place.append(element);
    }
    expect(element.shadowRoot?.querySelector('p')).to.equal(inner);
    expect(portal.requests.length).to.equal(asked);
    element.remove();
    // Nobody looks: a change of the language or of the network is nobody's.
    portal.isReachable = false;
    document.documentElement.lang = 'fr';
    dispatchEvent(new Event('online'));
    await aTimeout(0);
    expect(portal.requests.length).to.equal(asked);
  });

  it('tries again when the network is back, and when somebody says so', async () => {
    const {portal, element, tag} = await show((fake) => {
      fake.embedder.configure({getToken: () => 'good'});
      fake.isReachable = false;
    });
    element.shadowRoot?.querySelector('button')?.click();
    await settled(element);
    expect(textOf(element)).to.contain('cannot be reached');
    portal.isReachable = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => textOf(element) === `shop ${tag}`);
  });

  it('asks for several elements and modules once, and for what comes later alone', async () => {
    const portal = createFakePortal();
    portal.embedder.configure({getToken: () => 'good'});
    const tags = [newTag(), newTag(), newTag()];
    portal.define('one', tags[0]!);
    portal.define('two', tags[1]!);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(...[tags[0]!, tags[0]!, tags[1]!].map((tag) => document.createElement(tag)));
    for (const element of place.children) await settled(element as HTMLElement);
    expect(portal.questions.map(({modules}) => modules)).to.deep.equal([['one', 'two']]);
    portal.define('three', tags[2]!);
    const late = document.createElement(tags[2]!);
    place.append(late);
    await settled(late);
    expect(portal.questions.map(({modules}) => modules)).to.deep.equal([['one', 'two'], ['three']]);
    expect(textOf(late)).to.equal(`three ${tags[2]}`);
  });

  it('lets no request for a context out, and answers none of the page', async () => {
    const {element} = await show();
    const heard: string[] = [];
    const listen = (event: Event): void => void heard.push((event.composedPath()[0] as Element).localName);
    document.addEventListener('context-request', listen);
    const request = (): Event => new Event('context-request', {bubbles: true, composed: true});
    element.shadowRoot?.querySelector('p')?.dispatchEvent(request());
    const own = document.createElement('page-part');
    element.append(own);
    own.dispatchEvent(request());
    document.removeEventListener('context-request', listen);
    expect(heard).to.deep.equal(['page-part']);
  });

  it('leaves a tag to the code that has it, and says so', async () => {
    const tag = newTag();
    customElements.define(tag, class extends HTMLElement {});
    const portal = createFakePortal();
    const errors: unknown[] = [];
    const {error} = console;
    console.error = (one: unknown) => void errors.push(one);
    portal.define('shop', tag);
    console.error = error;
    expect(String(errors[0])).to.contain(`<${tag}> is already defined`);
    const own = newTag();
    portal.define('shop', own);
    portal.define('shop', own); // a second script of the same portal
    expect(errors.length).to.equal(1);
  });
});
