import {expect} from '@open-wc/testing';
import {EMPTY_DRAFT} from '../types/component-draft.ts';
import {toTypeChoices} from '../utils/component-type-choice.ts';
import {toSchemaForm} from '../utils/schema-fields.ts';
import {toChangedComponent, toComponent, toWorkload} from './to-component.ts';

const [type] = toTypeChoices('acme', [], [{metadata: {name: 'service'}, spec: {workloadType: 'deployment'}}]);
const {fields} = toSchemaForm({properties: {replicas: {type: 'integer'}}});
const draft = {...EMPTY_DRAFT, project: 'shop', name: 'cart', displayName: ' Cart ', parameters: {replicas: '2'}};

describe('a component from what was typed', () => {
  it('has the owner, the type and the parameters, and no empty annotation', () => {
    expect(toComponent('acme', draft, type!, fields)).to.deep.equal({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'Component',
      metadata: {name: 'cart', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Cart'}},
      spec: {
        owner: {projectName: 'shop'},
        componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
        parameters: {replicas: 2},
      },
    });
  });

  it('has a workload only when there is an image, and an endpoint only when there is a port', () => {
    expect(toWorkload('acme', draft)).to.equal(undefined);
    expect(toWorkload('acme', {...draft, image: 'cart:1'})?.spec).to.deep.equal({
      owner: {projectName: 'shop', componentName: 'cart'},
      container: {image: 'cart:1'},
    });
    expect(toWorkload('acme', {...draft, image: 'cart:1', port: '80'})?.spec?.endpoints).to.deep.equal({
      http: {type: 'HTTP', port: 80, visibility: ['project']},
    });
  });

  it('keeps labels, annotations and spec that the form does not show', () => {
    const before = {
      ...toComponent('acme', draft, type!, fields),
      metadata: {name: 'cart', labels: {team: 'a'}, annotations: {'openchoreo.dev/display-name': 'Cart', other: 'x'}},
    };
    const changed = toChangedComponent(
      {...before, spec: {...before.spec!, traits: ['t'], parameters: {replicas: 2, odd: true}}},
      {...draft, displayName: '', description: 'New', parameters: {replicas: '3'}},
      fields,
    );
    expect(changed.metadata).to.deep.equal({
      name: 'cart',
      labels: {team: 'a'},
      annotations: {other: 'x', 'openchoreo.dev/description': 'New'},
    });
    expect(changed.spec?.traits).to.deep.equal(['t']);
    expect(changed.spec?.parameters).to.deep.equal({replicas: 3, odd: true});
  });
});
