import {contentHash} from '../engine/content-hash.ts';
import type {Controller, Finding, Look} from '../engine/controller.ts';
import {textAt} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toProjectOwner} from '../kinds/owner.ts';
import {freezeComponent} from './freeze-component.ts';
import {findPipeline, toFirstEnvironment} from './pipeline.ts';
import {toReleaseName} from './release-name.ts';

/**
 * Deploys a component that wants to be: cuts a release whenever it has become another one, and points the binding of
 * the first environment at it. A binding that somebody has pointed elsewhere since stays where it is until then.
 */
export const controlComponent: Controller = async (look): Promise<Finding> => {
  const {resource, lookup} = look;
  if (resource.deletionRequestedAt || resource.spec['autoDeploy'] !== true) return {};
  const frozen = await freezeComponent(resource, lookup);
  if (!frozen) return {};
  const hash = contentHash(frozen);
  if (resource.memory['released'] === hash) return {};
  const environment = await findFirstEnvironment(look);
  if (environment === undefined) return {memory: {autoDeployFault: 'The pipeline of its project has no environment'}};
  const name = toReleaseName(resource.name, hash);
  const release = {namespace: resource.namespace, name, labels: {}, annotations: {}, spec: frozen};
  await look.writer.create('componentreleases', release);
  await bind(look, environment, name);
  return {
    memory: {released: hash},
    status: {...resource.status, latestRelease: {name, releaseHash: hash}},
  };
};

async function findFirstEnvironment({resource, lookup}: Look): Promise<string | undefined> {
  const {namespace, spec} = resource;
  const project = await lookup.get({kind: 'projects', namespace, name: toProjectOwner(spec)});
  const pipeline = project && (await findPipeline(project, lookup));
  return pipeline && toFirstEnvironment(pipeline);
}

async function bind({resource, lookup, writer}: Look, environment: string, releaseName: string): Promise<void> {
  const {namespace, name: component} = resource;
  const selection = {kind: 'releasebindings', namespace, component, spec: {environment}};
  const [existing] = await lookup.find(selection);
  if (existing) {
    const spec = {...existing.spec, releaseName};
    if (textAt(existing.spec, 'releaseName') !== releaseName) await writer.replace(existing, {...existing, spec});
    return;
  }
  await writer.create('releasebindings', {
    ...{namespace, name: toBindingName(component, environment), labels: {}, annotations: {}},
    spec: {owner: {projectName: toProjectOwner(resource.spec), componentName: component}, environment, releaseName},
  });
}

function toBindingName(component: Resource['name'], environment: string): string {
  return `${component}-${environment}`.slice(0, 63).replace(/-+$/, '');
}
