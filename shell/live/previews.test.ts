import type {Component, OpenChoreoKey, ResourceChange} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {QueryClient, QueryObserver} from '@tanstack/query-core';
import fc from 'fast-check';
import {createPreviews, type Previews} from './previews.ts';

const LIST: OpenChoreoKey = ['openchoreo', 'components', {namespace: 'acme'}, {}];
const CART: OpenChoreoKey = ['openchoreo', 'components', {namespace: 'acme'}, {name: 'cart'}];
const PROJECTS: OpenChoreoKey = ['openchoreo', 'projects', {namespace: 'acme'}, {}];

const component = (name: string, image = 'v0'): Component => ({
  metadata: {name, namespace: 'acme', annotations: {image}},
});

function change(name: string, to: (before: Component) => Component | undefined): ResourceChange {
  return {kind: 'components', namespace: 'acme', name, change: to};
}

const label = (name: string, key: string, value: string): ResourceChange =>
  change(name, (before) => ({
    ...before,
    metadata: {...before.metadata, annotations: {...before.metadata.annotations, [key]: value}},
  }));

describe('previews', () => {
  let queryClient: QueryClient;
  let previews: Previews;

  beforeEach(() => {
    queryClient = new QueryClient();
    queryClient.setQueryData(LIST, [component('cart'), component('pay')]);
    queryClient.setQueryData(CART, component('cart'));
    queryClient.setQueryData(PROJECTS, [{metadata: {name: 'cart', namespace: 'acme'}}]);
    previews = createPreviews(queryClient);
  });

  const list = (): readonly Component[] => queryClient.getQueryData(LIST) ?? [];
  const notes = (): unknown => list().map(({metadata}) => [metadata.name, metadata.annotations]);
  const cart = (): unknown => queryClient.getQueryData<Component>(CART)?.metadata.annotations;

  it('show a change in lists and single objects at once, and what was there before when it is taken back', () => {
    const before = list();
    const preview = previews.show(label('cart', 'image', 'v1'));
    expect([notes(), cart()]).to.deep.equal([
      [
        ['cart', {image: 'v1'}],
        ['pay', {image: 'v0'}],
      ],
      {image: 'v1'},
    ]);
    preview.undo();
    preview.undo();
    expect([list(), cart()]).to.deep.equal([before, {image: 'v0'}]);
  });

  it('leave what will be gone out of lists, and leave other kinds alone', () => {
    const preview = previews.show(change('cart', () => undefined));
    expect(list().map(({metadata}) => metadata.name)).to.deep.equal(['pay']);
    expect(queryClient.getQueryData<unknown[]>(PROJECTS)?.length).to.equal(1);
    preview.undo();
    expect(list().map(({metadata}) => metadata.name)).to.deep.equal(['cart', 'pay']);
  });

  it('take back one of several changes of an object and leave the others', () => {
    const first = previews.show(label('cart', 'a', '1'));
    previews.show(label('cart', 'b', '2'));
    first.undo();
    expect(cart()).to.deep.equal({image: 'v0', b: '2'});
  });

  it('put the answer of the platform in the place of what was guessed', () => {
    previews.show(label('cart', 'image', 'guessed')).confirm(component('cart', 'answered'));
    expect([notes(), cart()]).to.deep.equal([
      [
        ['cart', {image: 'answered'}],
        ['pay', {image: 'v0'}],
      ],
      {image: 'answered'},
    ]);
  });

  it('keep what was guessed when the platform made it and said nothing', () => {
    const preview = previews.show(change('cart', () => undefined));
    preview.confirm();
    preview.undo();
    expect(list().map(({metadata}) => metadata.name)).to.deep.equal(['pay']);
  });

  it('are shown with data that comes meanwhile, so that nothing flickers', async () => {
    const seen: unknown[] = [];
    const observer = new QueryObserver(queryClient, {
      queryKey: CART,
      queryFn: () => component('cart', 'fresh'),
    });
    const stop = observer.subscribe(() => {
      // What an element draws: after all that happens at once.
      queueMicrotask(() => seen.push(observer.getCurrentResult().data?.metadata.annotations));
    });
    const preview = previews.show(label('cart', 'note', 'mine'));
    await observer.refetch();
    preview.undo();
    await Promise.resolve();
    stop();
    expect(new Set(seen.map((one) => JSON.stringify(one)))).to.deep.equal(
      new Set(
        [
          '{"image":"v0"}',
          '{"image":"v0","note":"mine"}',
          '{"image":"fresh","note":"mine"}',
          '{"image":"fresh"}',
        ].slice(1),
      ),
    );
  });

  it('do not make stale data count as fresh', async () => {
    await queryClient.invalidateQueries({queryKey: CART, refetchType: 'none'});
    previews.show(label('cart', 'note', 'mine')).undo();
    expect(queryClient.getQueryState(CART)?.isInvalidated).to.equal(true);
  });

  it('let changes of one object go one after the other, and those of others at once', async () => {
    const done: string[] = [];
    const first = previews.show(label('cart', 'a', '1'));
    const second = previews.show(label('cart', 'a', '2'));
    const other = previews.show(label('pay', 'a', '3'));
    void first.turn.then(() => done.push('first'));
    void second.turn.then(() => done.push('second'));
    void other.turn.then(() => done.push('other'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).to.deep.equal(['first', 'other']);
    first.undo();
    await second.turn;
    expect(done).to.deep.equal(['first', 'other', 'second']);
  });

  it('refuse what cannot be applied, and bear what cannot be applied later', () => {
    const broken = change('cart', () => {
      throw new TypeError('no');
    });
    expect(() => previews.show(broken)).to.throw('no');
    expect(cart()).to.deep.equal({image: 'v0'});
    const fragile = change('cart', ({metadata}) => component('cart', metadata.annotations!['image']!.toUpperCase()));
    previews.show(fragile);
    queryClient.setQueryData(CART, {metadata: {name: 'cart', namespace: 'acme'}});
    expect(cart()).to.equal(undefined);
  });

  it('leave exactly what the platform said, whatever is shown, confirmed and taken back in whatever order', () => {
    const step = fc.record({
      what: fc.constantFrom('show', 'undo', 'confirm', 'refresh'),
      name: fc.constantFrom('cart', 'pay'),
      value: fc.string(),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, {maxLength: 20}), (steps) => {
        queryClient = new QueryClient();
        previews = createPreviews(queryClient);
        /** What the platform holds, by a model of one line an object. */
        const truth = new Map([
          ['cart', 'v0'],
          ['pay', 'v0'],
        ]);
        const answer = (): Component[] => [...truth].map(([name, image]) => component(name, image));
        queryClient.setQueryData(LIST, answer());
        let open: {name: string; value: string; preview: ReturnType<Previews['show']>}[] = [];
        for (const {what, name, value, at} of steps) {
          const chosen = open[at % Math.max(open.length, 1)];
          if (what === 'show') open.push({name, value, preview: previews.show(label(name, 'image', value))});
          if (what === 'refresh') queryClient.setQueryData(LIST, answer());
          if (!chosen || what === 'show' || what === 'refresh') continue;
          open = open.filter((one) => one !== chosen);
          if (what === 'undo') chosen.preview.undo();
          else {
            truth.set(chosen.name, chosen.value);
            chosen.preview.confirm(component(chosen.name, chosen.value));
          }
        }
        const shown = new Map(truth);
        for (const one of open) shown.set(one.name, one.value);
        expect(list().map(({metadata}) => [metadata.name, metadata.annotations?.['image']])).to.deep.equal([...shown]);
        for (const {preview} of open) preview.undo();
        expect(list()).to.deep.equal(answer());
      }),
    );
  });
});
