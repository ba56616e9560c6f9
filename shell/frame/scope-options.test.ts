import {expect} from '@open-wc/testing';
import {DISPLAY_NAME, type Resource} from '@openchoreo/portal-contract';
import {toScopeChange, toScopeOptions} from './scope-options.ts';

const resources: readonly Resource[] = [
  {metadata: {name: 'web'}, spec: {deploymentPipelineRef: {name: 'default'}}},
  {metadata: {name: 'cart', annotations: {[DISPLAY_NAME]: 'Basket'}}, spec: {owner: {projectName: 'shop'}}},
];

describe('scope options', () => {
  it('are sorted by what people read, after the way to choose all', () => {
    expect(toScopeOptions(resources, {typed: '', all: 'All components', locale: 'en'})).to.deep.equal([
      {value: null, label: 'All components'},
      {value: 'cart', label: 'Basket', name: 'cart', project: 'shop'},
      {value: 'web', label: 'web'},
    ]);
  });

  it('are found by display name and by technical name', () => {
    const found = (typed: string) =>
      toScopeOptions(resources, {typed, all: 'All', locale: 'en'}).map(({value}) => value);
    expect([found('BASK'), found(' car '), found('nothing')]).to.deep.equal([['cart'], ['cart'], []]);
  });

  it('bring the project of a component along', () => {
    const [all, basket] = toScopeOptions(resources, {typed: '', all: 'All', locale: 'en'});
    expect(toScopeChange('component', basket!)).to.deep.equal({project: 'shop', component: 'cart'});
    expect(toScopeChange('component', all!)).to.deep.equal({component: null});
    expect(toScopeChange('environment', basket!)).to.deep.equal({environment: 'cart'});
  });
});
