import type {ComponentDraft} from '../types/component-draft.ts';
import {checkName} from './resource-name.ts';

/** Message keys of what is wrong with a draft, by field. Empty when all is well. */
export type DraftFaults = Partial<Record<'project' | 'name' | 'type' | 'image' | 'port' | 'workflow', string>>;

export function checkDraft(draft: ComponentDraft): DraftFaults {
  const name = checkName(draft.name);
  return {
    ...(!draft.project && {project: 'fault.project'}),
    ...(name && {name: `fault.name-${name}`}),
    ...(!draft.type && {type: 'fault.type'}),
    ...(draft.source === 'image' ? checkImage(draft) : !draft.workflow && {workflow: 'fault.workflow'}),
  };
}

function checkImage({image, port}: ComponentDraft): DraftFaults {
  return {
    ...(/\s/.test(image) && {image: 'fault.image'}),
    ...(image && port && !isPort(port) && {port: 'fault.port'}),
  };
}

function isPort(text: string): boolean {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
