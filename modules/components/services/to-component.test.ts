import {expect} from '@open-wc/testing';
import {EMPTY_DRAFT} from '../types/component-draft.ts';
import {toTypeChoices} from '../utils/component-type-choice.ts';
import {toSchemaForm} from '../utils/schema-fields.ts';
import {toWorkflowChoices} from '../utils/workflow-choice.ts';
import {toChangedComponent, toComponent, toWorkload} from './to-component.ts';
import {toWorkflowRun} from './to-workflow-run.ts';

const [type] = toTypeChoices('acme', [], [{metadata: {name: 'service'}, spec: {workloadType: 'deployment'}}]);
const {fields} = toSchemaForm({properties: {replicas: {type: 'integer'}}});
const draft = {...EMPTY_DRAFT, project: 'shop', name: 'cart', displayName: ' Cart ', parameters: {replicas: '2'}};

describe('a component from what was typed', () => {
  it('has the owner, the type and the parameters, and no empty annotation', () => {
    expect(toComponent('acme', draft, {type: type!, fields})).to.deep.equal({
      apiVersion: 'openchoreo.dev/v1alpha1',
      kind: 'Component',
      metadata: {name: 'cart', namespace: 'acme', annotations: {'openchoreo.dev/display-name': 'Cart'}},
      spec: {
        owner: {projectName: 'shop'},
        componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
        autoDeploy: true,
        parameters: {replicas: 2},
      },
    });
  });

  it('has the workflow that builds it, with its parameters, and no workload', () => {
    const [workflow] = toWorkflowChoices(
      'acme',
      [],
      [
        {metadata: {name: 'docker', labels: {'openchoreo.dev/workflow-type': 'component'}}},
        {metadata: {name: 'database-backup'}},
      ],
    );
    const {fields: workflowFields} = toSchemaForm({properties: {repository: {properties: {url: {type: 'string'}}}}});
    const typed = {
      ...draft,
      source: 'repository' as const,
      image: 'left-over:1',
      workflowParameters: {'repository.url': 'https://git.example/acme/cart'},
    };
    expect(toComponent('acme', typed, {type: type!, fields, workflow, workflowFields}).spec?.workflow).to.deep.equal({
      kind: 'ClusterWorkflow',
      name: 'docker',
      parameters: {repository: {url: 'https://git.example/acme/cart'}},
    });
    expect(toWorkload('acme', typed)).to.equal(undefined);
  });

  it('has a first build that belongs to it, under a name that is not too long', () => {
    const built = {
      metadata: {name: 'c'.repeat(63), namespace: 'acme'},
      spec: {
        ...toComponent('acme', draft, {type: type!, fields}).spec!,
        workflow: {name: 'docker', parameters: {a: 1}},
      },
    };
    const run = toWorkflowRun(built, '1a2b3c4d')!;
    expect(run.metadata).to.deep.equal({
      name: `${'c'.repeat(54)}-1a2b3c4d`,
      namespace: 'acme',
      labels: {'openchoreo.dev/project': 'shop', 'openchoreo.dev/component': 'c'.repeat(63)},
    });
    expect(run.spec).to.deep.equal({workflow: {name: 'docker', parameters: {a: 1}}});
  });

  it('has a workload only when there is an image, with what was typed for it', () => {
    expect(toWorkload('acme', draft)).to.equal(undefined);
    expect(toWorkload('acme', {...draft, image: 'cart:1'})?.spec).to.deep.equal({
      owner: {projectName: 'shop', componentName: 'cart'},
      container: {image: 'cart:1'},
    });
    const typed = {
      ...draft,
      image: 'cart:1',
      variables: [
        {name: 'MODE', value: 'fast'},
        {name: 'KEY', value: '', kept: {key: 'KEY', valueFrom: {secretKeyRef: {name: 's'}}}},
      ],
      endpoints: [
        {name: 'http', type: 'HTTP', port: '80', visibility: []},
        {name: 'api', type: 'gRPC', port: '90', visibility: ['external'], kept: {targetPort: 91}},
      ],
    };
    expect(toWorkload('acme', typed)?.spec?.container).to.deep.equal({
      image: 'cart:1',
      env: [
        {key: 'MODE', value: 'fast'},
        {key: 'KEY', valueFrom: {secretKeyRef: {name: 's'}}},
      ],
    });
    expect(toWorkload('acme', typed)?.spec?.endpoints).to.deep.equal({
      http: {type: 'HTTP', port: 80, visibility: ['project']},
      api: {type: 'gRPC', port: 90, visibility: ['external'], targetPort: 91},
    });
  });

  it('has its traits in order, with parameters only where there are any', () => {
    const {fields: traitFields} = toSchemaForm({properties: {cpuPercent: {type: 'integer', default: 70}}});
    const traits = [
      {trait: 'ClusterTrait/autoscaler', instanceName: 'scale', parameters: {cpuPercent: '50'}},
      {trait: 'Trait/plain', instanceName: 'plain', parameters: {}},
    ];
    const made = toComponent('acme', {...draft, traits}, {type: type!, fields, traitFields: [traitFields, []]});
    expect(made.spec?.traits).to.deep.equal([
      {kind: 'ClusterTrait', name: 'autoscaler', instanceName: 'scale', parameters: {cpuPercent: 50}},
      {kind: 'Trait', name: 'plain', instanceName: 'plain'},
    ]);
  });

  it('keeps labels, annotations and spec that the form does not show', () => {
    const before = {
      ...toComponent('acme', draft, {type: type!, fields}),
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
