import type {JsonObject} from '../engine/json.ts';

/** A component of the demo organisation, ready to be created. */
export function sampleComponent(name: string, spec: JsonObject = {}): JsonObject {
  return {
    metadata: {name},
    spec: {
      owner: {projectName: 'storefront'},
      componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
      ...spec,
    },
  };
}

/** A workload for a component of the project `storefront`. */
export function sampleWorkload(component: string): JsonObject {
  return {
    metadata: {name: component},
    spec: {
      owner: {projectName: 'storefront', componentName: component},
      container: {image: `registry.example/${component}:1`, env: [{key: 'A', value: 'b'}]},
      endpoints: {api: {type: 'HTTP', port: 8080, visibility: ['project']}},
    },
  };
}

const NAMESPACE_TEMPLATE: JsonObject = {id: 'namespace', template: {apiVersion: 'v1', kind: 'Namespace'}};

/** One valid body for each kind, by plural. */
export const SAMPLES: Readonly<Record<string, JsonObject>> = {
  namespaces: {metadata: {name: 'sample', annotations: {'openchoreo.dev/display-name': 'Sample'}}},
  projects: {metadata: {name: 'sample'}, spec: {deploymentPipelineRef: {name: 'default'}}},
  components: sampleComponent('sample', {parameters: {port: 9000}}),
  workloads: sampleWorkload('sample'),
  componentreleases: {
    metadata: {name: 'sample'},
    spec: {
      owner: {projectName: 'storefront', componentName: 'cart'},
      componentType: {kind: 'ClusterComponentType', name: 'service', spec: {workloadType: 'deployment'}},
      workload: {container: {image: 'registry.example/cart:9'}},
    },
  },
  releasebindings: {
    metadata: {name: 'sample'},
    spec: {owner: {projectName: 'storefront', componentName: 'recommendations'}, environment: 'staging'},
  },
  projectreleases: {
    metadata: {name: 'sample'},
    spec: {
      owner: {projectName: 'storefront'},
      projectType: {kind: 'ClusterProjectType', name: 'default', spec: {resources: [NAMESPACE_TEMPLATE]}},
    },
  },
  projectreleasebindings: {
    metadata: {name: 'sample'},
    spec: {owner: {projectName: 'storefront'}, environment: 'nowhere'},
  },
  workflowruns: {
    metadata: {name: 'sample'},
    spec: {workflow: {name: 'database-backup', parameters: {database: 'ledger'}}},
  },
  traits: sampleTrait(),
  clustertraits: sampleTrait(),
  workflows: sampleWorkflow(),
  clusterworkflows: sampleWorkflow(),
  projecttypes: {metadata: {name: 'sample'}, spec: {resources: [NAMESPACE_TEMPLATE]}},
  clusterprojecttypes: {metadata: {name: 'sample'}, spec: {resources: [NAMESPACE_TEMPLATE]}},
  workflowplanes: {metadata: {name: 'sample'}, spec: {planeID: 'sample'}},
  clusterworkflowplanes: {metadata: {name: 'sample'}, spec: {planeID: 'sample'}},
  observabilityplanes: {metadata: {name: 'sample'}, spec: {observerURL: 'http://observer.example'}},
  clusterobservabilityplanes: {metadata: {name: 'sample'}, spec: {observerURL: 'http://observer.example'}},
  componenttypes: type('sample'),
  clustercomponenttypes: type('sample'),
  environments: {metadata: {name: 'sample'}, spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name: 'default'}}},
  deploymentpipelines: {
    metadata: {name: 'sample'},
    spec: {promotionPaths: [{sourceEnvironmentRef: {name: 'development'}, targetEnvironmentRefs: [{name: 'staging'}]}]},
  },
  dataplanes: {metadata: {name: 'sample'}, spec: {planeID: 'sample'}},
  clusterdataplanes: {metadata: {name: 'sample'}, spec: {planeID: 'sample'}},
  authzroles: {
    metadata: {name: 'sample'},
    spec: {actions: ['component:view', 'view:analytics'], description: 'Sample'},
  },
  clusterauthzroles: {metadata: {name: 'sample'}, spec: {actions: ['component:*']}},
  authzrolebindings: {
    metadata: {name: 'sample'},
    spec: {
      entitlement: {claim: 'groups', value: 'guests'},
      roleMappings: [
        {
          roleRef: {kind: 'ClusterAuthzRole', name: 'developer'},
          scope: {project: 'payments'},
          conditions: [{actions: ['component:create'], expression: 'resource.componentType == "deployment/service"'}],
        },
      ],
    },
  },
  clusterauthzrolebindings: {
    metadata: {name: 'sample'},
    spec: {
      entitlement: {claim: 'groups', value: 'guests'},
      roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'namespace-reader'}, scope: {namespace: 'acme'}}],
      effect: 'deny',
    },
  },
};

function type(name: string): JsonObject {
  const openAPIV3Schema = {
    type: 'object',
    required: ['size'],
    properties: {size: {enum: ['s', 'm', 'l']}, port: {type: 'integer'}},
  };
  const template = {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: '${metadata.name}'}};
  return {
    metadata: {name},
    spec: {workloadType: 'deployment', parameters: {openAPIV3Schema}, resources: [{id: 'deployment', template}]},
  };
}

function sampleTrait(): JsonObject {
  const openAPIV3Schema = {type: 'object', properties: {size: {type: 'integer'}}};
  const patch = {
    target: {group: 'apps', version: 'v1', kind: 'Deployment'},
    operations: [{op: 'add', path: '/spec/replicas', value: 2}],
  };
  return {metadata: {name: 'sample'}, spec: {parameters: {openAPIV3Schema}, patches: [patch]}};
}

function sampleWorkflow(): JsonObject {
  const openAPIV3Schema = {type: 'object', properties: {depth: {type: 'integer'}}};
  const runTemplate = {apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow', spec: {templates: [{name: 'only'}]}};
  return {metadata: {name: 'sample'}, spec: {parameters: {openAPIV3Schema}, runTemplate, ttlAfterCompletion: '1d12h'}};
}
