import type {ComponentDraft} from '../types/component-draft.ts';
import {checkName} from './resource-name.ts';

/** Message keys of what is wrong with a draft, by field. Empty when all is well. */
export type DraftFaults = Partial<Record<'project' | 'name' | 'type' | 'image' | 'workflow', string>>;

export function checkDraft(draft: ComponentDraft): DraftFaults {
  const name = checkName(draft.name);
  return {
    ...(!draft.project && {project: 'fault.project'}),
    ...(name && {name: `fault.name-${name}`}),
    ...(!draft.type && {type: 'fault.type'}),
    ...(draft.source === 'image'
      ? /\s/.test(draft.image) && {image: 'fault.image'}
      : !draft.workflow && {workflow: 'fault.workflow'}),
  };
}
