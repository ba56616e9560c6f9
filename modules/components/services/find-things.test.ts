import type {HandlerContext, Resource} from '@openchoreo/portal-contract';
import {createTestHost} from '@openchoreo/portal-test-kit';
import {expect} from '@open-wc/testing';
import messages from '../messages/en.json' with {type: 'json'};
import {deleteComponent} from './delete-component.ts';
import {findComponents, findProjects} from './find-things.ts';

const named = (name: string, displayName = ''): Resource => ({
  apiVersion: 'openchoreo.dev/v1alpha1',
  kind: 'Component',
  metadata: {name, namespace: 'acme', annotations: {'openchoreo.dev/display-name': displayName}},
  spec: {owner: {projectName: 'shop'}},
});

function context(scope = {namespace: 'acme', component: 'cart'}, confirms = () => true) {
  const host = createTestHost({module: 'components', messages, scope, confirms});
  host.platform.put('components', named('discount-cart'), named('cart', 'Cart'), named('ledger', 'Ledger'));
  host.platform.put('projects', named('shop', 'The shop'));
  const {signal} = new AbortController();
  const handed: HandlerContext = {host, scope, signal, query: ({queryFn}) => queryFn({signal})};
  return {host, handed};
}

describe('search in the catalogue', () => {
  it('finds components by name, those that begin with it first, with the way there', async () => {
    const found = await findComponents('cart', context().handed);
    expect(found).to.deep.equal([
      {title: 'Cart', subtitle: 'shop', icon: 'box', path: '/catalog/components/cart?namespace=acme'},
      {title: 'discount-cart', subtitle: 'shop', icon: 'box', path: '/catalog/components/discount-cart?namespace=acme'},
    ]);
  });

  it('finds projects by every word, and nothing where no namespace is selected', async () => {
    const {handed} = context();
    expect((await findProjects('shop the', handed)).map(({title}) => title)).to.deep.equal(['The shop']);
    expect(await findProjects('shop', {...handed, scope: {}})).to.deep.equal([]);
  });
});

describe('the command that deletes the selected component', () => {
  it('asks, deletes, says so and goes back to the list', async () => {
    const {host, handed} = context();
    await deleteComponent({}, handed);
    expect(host.platform.calls).to.deep.equal(['remove components cart']);
    expect([host.questions.length, host.notices, host.visits]).to.deep.equal([
      1,
      ['success: cart was deleted.'],
      ['/catalog/components?namespace=acme'],
    ]);
  });

  it('does nothing when the answer is no', async () => {
    const {host, handed} = context(undefined, () => false);
    await deleteComponent({}, handed);
    expect([host.platform.calls, host.visits]).to.deep.equal([[], []]);
  });
});
