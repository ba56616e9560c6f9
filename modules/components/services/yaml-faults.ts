import type {ComponentDraft, ComponentObjects} from '../types/component-draft.ts';
import {checkDraft} from '../utils/check-draft.ts';
import {checkEndpoints, checkTraits, checkVariables, type RowFault} from '../utils/check-rows.ts';
import type {Refusal} from '../utils/refusal.ts';
import type {ObjectPath, ReadObjects, YamlFault} from './yaml-objects.ts';

/** What there is to choose from: keys of types and workflows, names of projects. */
export interface Choosable {
  readonly projects: readonly string[];
  readonly types: readonly string[];
  readonly workflows: readonly string[];
}

const FIELDS: Readonly<Record<keyof ReturnType<typeof checkDraft>, ObjectPath>> = {
  project: ['spec', 'owner', 'projectName'],
  name: ['metadata', 'name'],
  type: ['spec', 'componentType', 'name'],
  workflow: ['spec', 'workflow', 'name'],
  image: ['spec', 'container', 'image'],
};

/** What the form would find wrong with the objects, in the lines where they say it. */
export function findYamlFaults(
  draft: ComponentDraft,
  {projects, types, workflows}: Choosable,
  toLine: ReadObjects['toLine'],
): readonly YamlFault[] {
  const component = (path: ObjectPath, fault: RowFault): YamlFault => ({...fault, line: toLine('Component', path)});
  const workload = (path: ObjectPath, fault: RowFault): YamlFault => ({...fault, line: toLine('Workload', path)});
  const {project, type, workflow, source, image, variables, endpoints, traits} = draft;
  const isMissing = (value: string, known: readonly string[]): boolean => value !== '' && !known.includes(value);
  const named = Object.entries(checkDraft(draft)) as [keyof typeof FIELDS, string][];
  return [
    ...named.map(([field, key]) => (field === 'image' ? workload : component)(FIELDS[field], {key})),
    ...(isMissing(project, projects)
      ? [component(FIELDS.project, {key: 'yaml.fault.unknown', values: {name: project}})]
      : []),
    ...(isMissing(type, types) ? [component(FIELDS.type, {key: 'yaml.fault.unknown', values: {name: type}})] : []),
    ...(source === 'repository' && isMissing(workflow, workflows)
      ? [component(FIELDS.workflow, {key: 'yaml.fault.unknown', values: {name: workflow}})]
      : []),
    ...checkTraits(traits).flatMap(({name}, at) =>
      name ? [component(['spec', 'traits', at, 'instanceName'], name)] : [],
    ),
    ...(source === 'image' && image !== ''
      ? [
          ...checkVariables(variables).flatMap(({name}, at) =>
            name ? [workload(['spec', 'container', 'env', at, 'key'], name)] : [],
          ),
          ...checkEndpoints(endpoints).flatMap(({name, port}, at) => {
            const path = ['spec', 'endpoints', endpoints[at]?.name ?? ''];
            return [...(name ? [workload(path, name)] : []), ...(port ? [workload([...path, 'port'], port)] : [])];
          }),
        ]
      : []),
  ];
}

/** Objects that do not belong together, or not here. */
export function findMismatches(
  {component, workload}: ComponentObjects,
  namespace: string,
  toLine: ReadObjects['toLine'],
): readonly YamlFault[] {
  const path = ['metadata', 'namespace'];
  const here = (['Component', 'Workload'] as const).flatMap((kind) => {
    const own = (kind === 'Component' ? component : workload)?.metadata.namespace ?? namespace;
    return own === namespace
      ? []
      : [{line: toLine(kind, path), key: 'yaml.fault.namespace', values: {name: own, namespace}}];
  });
  const {componentName, projectName} = workload?.spec?.owner ?? {};
  const {name} = component.metadata;
  const project = component.spec?.owner.projectName ?? '';
  const isOwn = !workload || (componentName === name && projectName === project);
  if (isOwn) return here;
  return [...here, {line: toLine('Workload', ['spec', 'owner']), key: 'yaml.fault.owner', values: {name, project}}];
}

/** What only a workload has. */
const WORKLOAD = /^spec\.(?:container|endpoints|dependencies)\b/;

/** The platform's own sentences about the objects, by the line they are about. */
export function toRefusedLines(
  {fields}: Refusal,
  toLine: ReadObjects['toLine'],
): readonly {readonly line: number; readonly text: string}[] {
  return Object.entries(fields).map(([field, text]) => {
    const path = field.split(/[.[\]]+/).filter(Boolean);
    const at = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return {line: toLine(WORKLOAD.test(field) ? 'Workload' : 'Component', at), text: `${field}: ${text}`};
  });
}
