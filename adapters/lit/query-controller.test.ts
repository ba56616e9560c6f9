import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import type {LiveData} from '@openchoreo/portal-contract';
import {LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {QueryController} from './query-controller.ts';
import {portalFixture} from './test-support/portal-fixture.ts';

class TestList extends LitElement {
  @property() kind: string | undefined;
  @property() root = 'test';
  asked: string[] = [];
  answer: (kind: string) => Promise<string[]> = (kind) => Promise.resolve([`${kind} 1`, `${kind} 2`]);
  renders = 0;

  readonly query = new QueryController(this, () => {
    const {kind} = this;
    if (kind === undefined) return undefined;
    return {
      queryKey: [this.root, kind],
      queryFn: () => {
        this.asked.push(kind);
        return this.answer(kind);
      },
      select: (items: string[]) => new Set(items),
    };
  });

  protected override render(): TemplateResult {
    this.renders += 1;
    return html`${this.query.status} ${[...(this.query.data ?? [])].join()}`;
  }
}
customElements.define('test-list', TestList);

async function listFixture(kind?: string): Promise<{list: TestList; place: HTMLElement}> {
  const {place} = await portalFixture(html`<test-list .kind=${kind}></test-list>`);
  const list = place.querySelector<TestList>('test-list')!;
  return {list, place};
}

const shown = (list: TestList) => list.shadowRoot?.textContent.trim();

describe('QueryController', () => {
  it('is idle until there is something to ask for, then shows data', async () => {
    const {list} = await listFixture();
    expect([list.query.status, list.asked]).to.deep.equal(['idle', []]);
    list.kind = 'components';
    await list.updateComplete;
    expect(list.query.status).to.equal('pending');
    await waitUntil(() => list.query.status === 'success');
    await list.updateComplete;
    expect(shown(list)).to.equal('success components 1,components 2');
  });

  it('follows another key, and goes back to idle', async () => {
    const {list} = await listFixture('components');
    await waitUntil(() => list.query.status === 'success');
    list.kind = 'projects';
    await waitUntil(() => shown(list) === 'success projects 1,projects 2');
    list.kind = undefined;
    await list.updateComplete;
    expect([list.query.status, list.query.data]).to.deep.equal(['idle', undefined]);
  });

  it('settles even when select makes a new object each time', async () => {
    const {list} = await listFixture('components');
    await waitUntil(() => list.query.status === 'success');
    await aTimeout(100);
    const {renders} = list;
    await aTimeout(100);
    expect(list.renders).to.equal(renders);
    expect(renders).to.be.lessThan(6);
  });

  it('keeps the data and tells the error when a refresh fails', async () => {
    const {list} = await listFixture('components');
    await waitUntil(() => list.query.status === 'success');
    list.answer = () => Promise.reject(new Error('down'));
    await list.query.refetch();
    await waitUntil(() => list.query.status === 'error');
    expect((list.query.error as Error).message).to.equal('down');
    expect(list.query.data?.size).to.equal(2);
  });

  it('follows data of the platform while the element is in the page, and another key at once', async () => {
    const followed: string[] = [];
    const live = {
      follow([, kind]: readonly unknown[]) {
        followed.push(`+${String(kind)}`);
        return () => followed.push(`-${String(kind)}`);
      },
    } as unknown as LiveData;
    const {place} = await portalFixture(html`<test-list kind="components" root="openchoreo"></test-list>`, {live});
    const list = place.querySelector<TestList>('test-list')!;
    await waitUntil(() => list.query.status === 'success');
    list.kind = 'projects';
    await waitUntil(() => list.query.data?.has('projects 1') ?? false);
    const parent = list.parentElement!;
    list.remove();
    parent.append(list);
    await list.updateComplete;
    list.root = 'test';
    await list.updateComplete;
    expect(followed).to.deep.equal(['+components', '-components', '+projects', '-projects', '+projects', '-projects']);
  });

  it('stops listening out of the page and goes on when it is back', async () => {
    const {list, place} = await listFixture('components');
    await waitUntil(() => list.query.status === 'success');
    const parent = list.parentElement!;
    list.remove();
    list.requestUpdate();
    await list.updateComplete;
    list.kind = 'projects';
    await aTimeout(20);
    expect(list.asked).to.deep.equal(['components']);
    parent.append(list);
    await waitUntil(() => shown(list) === 'success projects 1,projects 2');
    expect(place.contains(list)).to.equal(true);
  });
});
