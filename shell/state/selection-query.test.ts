import {changeScope, readSelection, SCOPE_FIELDS, type Scope, type Selection} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {readAddress, writeAddress} from '../routing/address.ts';
import {isSameScope, writeSelection} from './selection-query.ts';

const FULL = {namespace: 'acme', project: 'shop', component: 'cart', environment: 'dev'};

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9.-]{0,20}[a-z0-9])?$/);
const below = fc.record({project: name, component: name, environment: name}, {requiredKeys: []});
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({}),
  fc.tuple(name, below).map(([namespace, rest]) => ({namespace, ...rest})),
);
const selection: fc.Arbitrary<Selection> = fc.record({
  scope,
  perspective: fc.constantFrom('development', 'platform-engineering'),
});
/** Parameters of a page, none of them the portal's. */
const own = fc
  .dictionary(fc.string({minLength: 1}), fc.string())
  .map((all) => Object.entries(all).filter(([key]) => ![...SCOPE_FIELDS, 'perspective'].includes(key)));

const isSound = ({namespace, ...rest}: Scope): boolean => namespace !== undefined || Object.keys(rest).length === 0;

describe('selection in the address', () => {
  it('clears what is below a change', () => {
    expect([
      changeScope(FULL, {namespace: 'other'}),
      changeScope(FULL, {project: 'pay'}),
      changeScope(FULL, {project: null}),
      changeScope(FULL, {environment: 'prod'}),
      changeScope(FULL, {namespace: 'other', project: 'x'}),
      changeScope(FULL, {namespace: 'acme'}),
    ]).to.deep.equal([
      {namespace: 'other'},
      {namespace: 'acme', project: 'pay', environment: 'dev'},
      {namespace: 'acme', environment: 'dev'},
      {...FULL, environment: 'prod'},
      {namespace: 'other', project: 'x'},
      FULL,
    ]);
  });

  it('reads what it wrote, and leaves the page’s own parameters', () => {
    const query = new URLSearchParams('q=a&namespace=old&project=gone');
    writeSelection(query, {namespace: 'acme'}, 'platform-engineering');
    expect(query.toString()).to.equal('q=a&namespace=acme&perspective=platform-engineering');
    expect(readSelection(query, {scope: FULL, perspective: 'development'})).to.deep.equal({
      scope: {namespace: 'acme'},
      perspective: 'platform-engineering',
    });
  });

  it('takes from the fallback what the address does not say, and what it says wrongly', () => {
    const fallback = {scope: FULL, perspective: 'development'} as const;
    const read = (query: string): Scope => readSelection(new URLSearchParams(query), fallback).scope;
    expect([
      read('perspective=nonsense'),
      read('project=../../pay'),
      read('project=pay'),
      read('namespace=other&component=pay'),
      read('namespace='),
      read('namespace=Not%20A%20Name&project=pay'),
    ]).to.deep.equal([
      FULL,
      FULL,
      {namespace: 'acme', project: 'pay', environment: 'dev'},
      {namespace: 'other', component: 'pay'},
      {},
      {},
    ]);
  });

  it('opens the same view for whoever gets the link, whatever they had chosen themselves', () => {
    fc.assert(
      fc.property(selection, selection, own, ({scope: chosen, perspective}, theirs, parameters) => {
        const address = {path: '/catalog/components', query: new URLSearchParams(parameters), hash: '#top'};
        const link = writeAddress({...address, scope: chosen, perspective});
        const opened = readAddress(new URL(link, location.origin), () => theirs);
        expect({
          path: opened.path,
          hash: opened.hash,
          scope: opened.scope,
          perspective: opened.perspective,
        }).to.deep.equal({
          path: '/catalog/components',
          hash: '#top',
          scope: chosen,
          perspective,
        });
        for (const [key, value] of parameters) expect(opened.query.get(key)).to.equal(value);
        expect(writeAddress(opened)).to.equal(link);
      }),
    );
  });

  it('bears every address a person may type', () => {
    const typed = fc.oneof(
      fc.webQueryParameters(),
      fc
        .array(fc.tuple(fc.constantFrom(...SCOPE_FIELDS, 'perspective'), fc.oneof(name, fc.string())))
        .map((all) => new URLSearchParams(all).toString()),
    );
    fc.assert(
      fc.property(typed, selection, (query, fallback) => {
        const read = readSelection(new URLSearchParams(query), fallback);
        expect(isSound(read.scope)).to.equal(true);
        const written = new URLSearchParams(query);
        writeSelection(written, read.scope, read.perspective);
        expect(readSelection(written, {scope: {}, perspective: 'development'})).to.deep.equal(read);
      }),
    );
  });

  it('never keeps what is below something else than before', () => {
    const change = fc.record(
      {namespace: fc.option(name), project: fc.option(name), component: fc.option(name)},
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(
        scope.filter(({namespace}) => namespace !== undefined),
        change,
        (before, to) => {
          const after = changeScope(before, to);
          if (after.namespace !== before.namespace) {
            for (const field of ['project', 'component', 'environment'] as const) {
              expect(after[field]).to.equal((to as Scope)[field] ?? undefined);
            }
          }
          if (after.project !== before.project) expect(after.component).to.equal(to.component ?? undefined);
          expect(isSameScope(changeScope(after, {}), after)).to.equal(true);
        },
      ),
    );
  });
});
