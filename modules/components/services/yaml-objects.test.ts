import {expect} from '@open-wc/testing';
import {EMPTY_DRAFT} from '../types/component-draft.ts';
import {toTypeChoices} from '../utils/component-type-choice.ts';
import {toSchemaForm} from '../utils/schema-fields.ts';
import {toComponent, toWorkload} from './to-component.ts';
import {toDraft} from './to-draft.ts';
import {readObjects, writeObjects} from './yaml-objects.ts';

const [type] = toTypeChoices('acme', [], [{metadata: {name: 'service'}, spec: {workloadType: 'deployment'}}]);
const {fields} = toSchemaForm({properties: {replicas: {type: 'integer'}, tags: {type: 'array'}}});
const draft = {
  ...EMPTY_DRAFT,
  project: 'shop',
  name: 'cart',
  type: type!.key,
  image: 'cart:1',
  parameters: {replicas: '2'},
  variables: [{name: 'MODE', value: 'fast'}],
  endpoints: [{name: 'http', type: 'HTTP', port: '80', visibility: ['external'], kept: {}}],
  traits: [{trait: 'ClusterTrait/autoscaler', instanceName: 'scale', parameters: {}, kept: {}}],
};
const toObjects = (from: typeof draft | ReturnType<typeof toDraft>) => ({
  component: toComponent('acme', from, {type, fields}),
  workload: toWorkload('acme', from),
});
const text = writeObjects(toObjects(draft));

const faultsOf = (source: string): readonly string[] =>
  readObjects(source).faults.map(({line, key}) => `${line} ${key.replace('yaml.fault.', '')}`);

describe('objects as YAML', () => {
  it('are the same objects when they are read, and the same draft', () => {
    const {objects, faults} = readObjects(text);
    expect(faults).to.deep.equal([]);
    expect(objects).to.deep.equal(toObjects(draft));
    expect({...toDraft(objects!, EMPTY_DRAFT), kept: undefined}).to.deep.equal({...draft, kept: undefined});
  });

  it('keep what the form does not show, through the form and back, with comments and order', () => {
    const written = text
      .replace('    replicas: 2', '    # many\n    replicas: 2\n    tags: [a, b]')
      .replace('    image: cart:1', '    args: [serve] # how\n    image: cart:1')
      .replace('metadata:\n  name: cart', 'metadata:\n  labels: {team: blue}\n  name: cart');
    const read = toDraft(readObjects(written).objects!, EMPTY_DRAFT);
    const changed = {...read, parameters: {...read.parameters, replicas: '3'}, image: 'cart:2'};
    const again = writeObjects(toObjects(changed), written);
    expect(again).to.contain('# many\n    replicas: 3').and.to.contain('tags: [ a, b ]');
    expect(again).to.contain('# how\n    image: cart:2').and.to.contain('team: blue');
  });

  it('show what was typed although it does not fit, so that it is not lost', () => {
    const odd = {...draft, parameters: {replicas: 'many'}, endpoints: [{...draft.endpoints[0]!, port: 'x'}]};
    const {objects} = readObjects(writeObjects(toObjects(odd)));
    const back = toDraft(objects!, EMPTY_DRAFT);
    expect(back.parameters).to.deep.equal({replicas: 'many'});
    expect(back.endpoints[0]?.port).to.equal('x');
  });

  it('say by line what cannot be read', () => {
    expect(faultsOf('kind: Component\nmetadata: {name: a\nspec: x\n')[0]).to.match(/^[23] syntax$/);
    expect(faultsOf('kind: Component\nkind: Component\n')).to.deep.equal(['2 syntax']);
    expect(faultsOf('kind: Project\n---\nkind: Secret\n')).to.deep.equal(['1 kind', '3 kind', '1 no-component']);
    expect(faultsOf(`${text}---\n${text.split('---\n')[1]!}`).map((fault) => fault.split(' ')[1])).to.deep.equal([
      'twice',
    ]);
    const line = text.split('\n').findIndex((one) => one.includes('projectName')) + 1;
    expect(faultsOf(text.replace('projectName: shop', 'projectName: [shop]'))).to.deep.equal([`${line} shape`]);
    expect(faultsOf('')).to.deep.equal(['1 no-component']);
  });
});
