import type {JsonObject} from '../engine/json.ts';
import type {SeedObject} from './seed.ts';

const MARK = 'x-openchoreo-component-parameter-repository-';

const repository: JsonObject = {
  type: 'object',
  required: ['url'],
  properties: {
    url: {type: 'string', description: 'Address of the Git repository', [`${MARK}url`]: true},
    secretRef: {type: 'string', description: 'Secret for a private repository', [`${MARK}secret-ref`]: true},
    revision: {
      type: 'object',
      default: {},
      properties: {
        branch: {type: 'string', description: 'Branch to build', default: 'main', [`${MARK}branch`]: true},
        commit: {
          type: 'string',
          description: 'Commit to build; the newest of the branch when empty',
          pattern: '^([0-9a-f]{7,40})?$',
          [`${MARK}commit`]: true,
        },
      },
    },
    appPath: {type: 'string', description: 'Folder of the application', default: '.', [`${MARK}app-path`]: true},
  },
};

const docker: JsonObject = {
  type: 'object',
  default: {},
  properties: {
    context: {type: 'string', description: 'Folder the image is built from', default: '.'},
    filePath: {type: 'string', description: 'Path of the Dockerfile', default: './Dockerfile'},
  },
};

/** The workflows every cluster of the platform starts with; two of them build components. */
export function createWorkflowSeed(): readonly SeedObject[] {
  const build = ['checkout-source', 'build-image', 'publish-image', 'generate-workload'];
  return [
    workflow('docker', 'Docker', 'Builds the Dockerfile of a repository', {
      steps: build,
      parameters: {type: 'object', required: ['repository'], properties: {repository, docker}},
    }),
    workflow('google-cloud-buildpacks', 'Buildpacks', 'Builds a repository without a Dockerfile', {
      steps: build,
      parameters: {type: 'object', required: ['repository'], properties: {repository}},
    }),
    workflow('database-backup', 'Database backup', 'Copies a database to the store of backups', {
      steps: ['dump', 'upload', 'verify'],
      parameters: {
        type: 'object',
        required: ['database'],
        properties: {
          database: {type: 'string', description: 'Name of the database', minLength: 1},
          keepDays: {type: 'integer', description: 'Days the copy is kept', minimum: 1, maximum: 365, default: 30},
        },
      },
    }),
  ];
}

function workflow(
  name: string,
  displayName: string,
  description: string,
  {steps, parameters}: {steps: readonly string[]; parameters: JsonObject},
): SeedObject {
  const isBuild = steps.includes('build-image');
  const template = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: {name: '${metadata.workflowRunName}', namespace: '${metadata.namespace}'},
    spec: {templates: steps.map((step) => ({name: step}))},
  };
  return {
    ...{kind: 'clusterworkflows', name, displayName, description, daysOld: 240},
    ...(isBuild && {labels: {'openchoreo.dev/workflow-type': 'component'}}),
    spec: {parameters: {openAPIV3Schema: parameters}, runTemplate: template, ttlAfterCompletion: '90d'},
  };
}
