import {expect, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {MutationController} from './mutation-controller.ts';
import {portalFixture} from './test-support/portal-fixture.ts';

class TestForm extends LitElement {
  events: string[] = [];
  mutate: (name: string) => Promise<string> = (name) => Promise.resolve(`made ${name}`);
  readonly mutation = new MutationController<string, string>(this, {
    mutate: (name) => this.mutate(name),
    invalidates: (name) => (name === 'cart' ? ['components', 'projects'] : ['projects']),
    onSuccess: (result, name) => this.events.push(`success ${result} of ${name}`),
    onError: (error, name) => this.events.push(`error ${(error as Error).message} of ${name}`),
  });
}
customElements.define('test-form', TestForm);

describe('MutationController', () => {
  it('gives the result and makes every list of the changed kinds stale', async () => {
    const {place, queryClient} = await portalFixture(html`<test-form></test-form>`);
    const form = place.querySelector<TestForm>('test-form')!;
    const keys = ['components', 'projects', 'environments'].map((kind) => [
      'openchoreo',
      kind,
      {namespace: 'acme'},
      {},
    ]);
    for (const key of keys) queryClient.setQueryData(key, []);

    const run = form.mutation.run('cart');
    expect(form.mutation.pending).to.equal(true);
    expect(await run).to.equal('made cart');

    expect(form.mutation.pending).to.equal(false);
    expect(form.events).to.deep.equal(['success made cart of cart']);
    expect(keys.map((key) => queryClient.getQueryState(key)?.isInvalidated)).to.deep.equal([true, true, false]);
  });

  it('keeps the error of a failed run, and forgets it at the next', async () => {
    const {place} = await portalFixture(html`<test-form></test-form>`);
    const form = place.querySelector<TestForm>('test-form')!;
    form.mutate = () => Promise.reject(new Error('taken'));
    expect(await form.mutation.run('cart')).to.equal(undefined);
    expect((form.mutation.error as Error).message).to.equal('taken');
    form.mutate = () => Promise.resolve('made');
    await form.mutation.run('other');
    expect(form.mutation.error).to.equal(undefined);
    expect(form.events).to.deep.equal(['error taken of cart', 'success made of other']);
  });
});
