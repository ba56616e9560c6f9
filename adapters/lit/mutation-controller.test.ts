import type {Component, LiveData, ResourceChange} from '@openchoreo/portal-contract';
import {expect, html} from '@open-wc/testing';
import type {QueryClient} from '@tanstack/query-core';
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

class TestToggle extends LitElement {
  errors: string[] = [];
  queryClient!: QueryClient;
  mutate: (name: string) => Promise<Component> = (name) => Promise.resolve({metadata: {name, namespace: 'acme'}});
  readonly mutation = new MutationController<string, Component>(this, {
    mutate: (name) => this.mutate(name),
    invalidates: ['components'],
    preview: (name) => [{kind: 'components', namespace: 'acme', name, change: (component) => component}],
    onError: (error) => this.errors.push((error as Error).message),
  });
}
customElements.define('test-toggle', TestToggle);

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

  describe('with a preview', () => {
    /** What was shown, confirmed and taken back, in order; the second change of an object waits for the first. */
    function previewing(): {log: string[]; live: LiveData} {
      const log: string[] = [];
      let last = Promise.resolve();
      const preview = ({kind, name}: ResourceChange) => {
        log.push(`show ${kind} ${name}`);
        const turn = last;
        let end = (): void => {};
        last = new Promise((resolve) => (end = resolve));
        return {
          turn,
          confirm(answer?: {metadata: {name: string}}) {
            log.push(`confirm ${answer ? answer.metadata.name : 'nothing'}`);
            end();
          },
          undo() {
            log.push('undo');
            end();
          },
        };
      };
      return {log, live: {preview} as unknown as LiveData};
    }

    async function show(host: Parameters<typeof portalFixture>[1]): Promise<TestToggle> {
      const {place, queryClient} = await portalFixture(html`<test-toggle></test-toggle>`, host);
      const toggle = place.querySelector<TestToggle>('test-toggle')!;
      toggle.queryClient = queryClient;
      return toggle;
    }

    it('shows it at once, and puts the answer in its place', async () => {
      const {log, live} = previewing();
      const toggle = await show({live, signal: new AbortController().signal});
      const run = toggle.mutation.run('cart');
      expect(log).to.deep.equal(['show components cart']);
      await run;
      expect(log).to.deep.equal(['show components cart', 'confirm cart']);
    });

    it('takes it back when the platform refuses, says why, and asks what is true', async () => {
      const {log, live} = previewing();
      const toggle = await show({live, signal: new AbortController().signal});
      const key = ['openchoreo', 'components', {namespace: 'acme'}, {}];
      toggle.queryClient.setQueryData(key, []);
      toggle.mutate = () => Promise.reject(new Error('forbidden'));
      await toggle.mutation.run('cart');
      expect(log).to.deep.equal(['show components cart', 'undo']);
      expect(toggle.errors).to.deep.equal(['forbidden']);
      expect(toggle.queryClient.getQueryState(key)?.isInvalidated).to.equal(true);
    });

    it('sends changes of one object one after the other, also after a refusal', async () => {
      const {log, live} = previewing();
      const toggle = await show({live, signal: new AbortController().signal});
      const sent: ((ok: boolean) => void)[] = [];
      toggle.mutate = (name) =>
        new Promise((resolve, reject) =>
          sent.push((ok) => (ok ? resolve({metadata: {name, namespace: 'acme'}}) : reject(new Error('no')))),
        );
      const runs = [toggle.mutation.run('cart'), toggle.mutation.run('cart')];
      await new Promise((resolve) => setTimeout(resolve));
      expect([log.length, sent.length]).to.deep.equal([2, 1]);
      sent[0]?.(false);
      await runs[0];
      await new Promise((resolve) => setTimeout(resolve));
      expect(sent.length).to.equal(2);
      sent[1]?.(true);
      await runs[1];
      expect(log.slice(2)).to.deep.equal(['undo', 'confirm cart']);
    });

    it('takes it back without an error when the module ends meanwhile', async () => {
      const {log, live} = previewing();
      const module = new AbortController();
      const toggle = await show({live, signal: module.signal});
      toggle.mutate = () =>
        new Promise((_, reject) =>
          module.signal.addEventListener('abort', () => reject(module.signal.reason as Error)),
        );
      const run = toggle.mutation.run('cart');
      await new Promise((resolve) => setTimeout(resolve));
      module.abort();
      expect(await run).to.equal(undefined);
      expect([log.at(-1), toggle.errors, toggle.mutation.error]).to.deep.equal(['undo', [], undefined]);
    });
  });
});
