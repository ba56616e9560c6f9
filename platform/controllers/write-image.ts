import type {Look} from '../engine/controller.ts';
import {at, isJsonObject, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';

/** Puts the image that a run has built into the workload of its component; makes the workload when there is none. */
export async function writeImage({resource, lookup, writer}: Look, tag: string): Promise<void> {
  const {namespace, project, component} = resource;
  if (component === null || project === null) return;
  const image = `registry.${namespace}.example/${project}/${component}:${tag}`;
  const [workload] = await lookup.find({kind: 'workloads', namespace, component});
  if (workload) {
    const container = workload.spec['container'];
    const spec = {...workload.spec, container: {...(isJsonObject(container) && container), image}};
    await writer.replace(workload, {...workload, spec});
    return;
  }
  const owner = await lookup.get({kind: 'components', namespace, name: component});
  await writer.create('workloads', {
    ...{namespace, name: component, labels: {}, annotations: {}},
    spec: {owner: {projectName: project, componentName: component}, container: {image}, ...toEndpoints(owner)},
  });
}

/** What a component answers at, from its own parameters: the port it says it listens on. */
function toEndpoints(component: Resource | undefined): JsonObject {
  const port = at(component?.spec, 'parameters', 'port');
  if (typeof port !== 'number') return {};
  const exposed = at(component?.spec, 'parameters', 'exposed') === true;
  return {endpoints: {http: {type: 'HTTP', port, visibility: exposed ? ['external'] : ['project']}}};
}
