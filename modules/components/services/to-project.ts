import {DESCRIPTION, DISPLAY_NAME, type Project} from '@openchoreo/portal-contract';
import type {ProjectDraft} from '../types/project-draft.ts';
import {withAnnotations} from './with-annotations.ts';

/** A new project, or an existing one with what was typed; what the form does not show stays. */
export function toProject(namespace: string, draft: ProjectDraft, existing?: Project): Project {
  const {displayName, description, name, pipeline} = draft;
  const metadata = existing?.metadata ?? {name, namespace};
  return {
    apiVersion: 'openchoreo.dev/v1alpha1',
    kind: 'Project',
    ...existing,
    metadata: withAnnotations(metadata, {[DISPLAY_NAME]: displayName.trim(), [DESCRIPTION]: description.trim()}),
    spec: {
      ...existing?.spec,
      ...(pipeline && {deploymentPipelineRef: {kind: 'DeploymentPipeline', name: pipeline}}),
    },
  };
}
