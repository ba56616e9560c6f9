import {contentHash} from '../engine/content-hash.ts';
import type {Controller, Look} from '../engine/controller.ts';
import {listAt, textAt, type JsonObject} from '../engine/json.ts';
import {toReferenceKey} from '../kinds/references.ts';
import {findPipeline, toEnvironments} from './pipeline.ts';
import {toReleaseName} from './release-name.ts';

/**
 * Cuts a release whenever the project or its type has become another, and deploys the project once to each environment
 * of its pipeline. Later releases are promoted by people; a binding that somebody deletes does not come back.
 */
export const controlProject: Controller = async (look) => {
  const {resource, lookup, writer} = look;
  if (resource.deletionRequestedAt) return {};
  const {namespace, name, spec} = resource;
  const reference = spec['type'];
  const type = await lookup.get(toReferenceKey(reference, namespace, 'ProjectType'));
  if (!type) return {};
  const kind = textAt(reference, 'kind') ?? 'ProjectType';
  const frozen: JsonObject = {
    owner: {projectName: name},
    projectType: {kind, name: type.name, spec: type.spec},
    ...(spec['parameters'] !== undefined && {parameters: spec['parameters']}),
  };
  const hash = contentHash(frozen);
  const release = toReleaseName(name, hash);
  if (textAt(resource.memory, 'released') !== hash) {
    await writer.create('projectreleases', {namespace, name: release, labels: {}, annotations: {}, spec: frozen});
  }
  const environments = await deploy(look, release);
  return {
    memory: {released: hash, environments},
    status: {...resource.status, latestRelease: {name: release, hash}},
  };
};

/** Gives every environment that is new to it a binding, and every binding without a release this one. */
async function deploy({resource, lookup, writer}: Look, projectRelease: string): Promise<readonly string[]> {
  const {namespace, name, memory} = resource;
  const bindings = await lookup.find({kind: 'projectreleasebindings', namespace, project: name});
  for (const binding of bindings) {
    if (binding.spec['projectRelease'] !== undefined || binding.deletionRequestedAt) continue;
    await writer.replace(binding, {...binding, spec: {...binding.spec, projectRelease}});
  }
  const known = new Set([...listAt(memory, 'environments'), ...bindings.map(({spec}) => spec['environment'])]);
  const pipeline = await findPipeline(resource, lookup);
  for (const environment of pipeline ? toEnvironments(pipeline) : []) {
    if (known.has(environment)) continue;
    known.add(environment);
    await writer.create('projectreleasebindings', {
      ...{namespace, name: `${name}-${environment}`.slice(0, 63).replace(/-+$/, ''), labels: {}, annotations: {}},
      spec: {owner: {projectName: name}, environment, projectRelease},
    });
  }
  return [...known].filter((environment) => typeof environment === 'string').sort();
}
