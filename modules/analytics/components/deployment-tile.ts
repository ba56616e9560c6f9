import type {Messages} from '@openchoreo/portal-contract';
import type {TemplateResult} from 'lit';
import type {DeploymentFacts} from '../types/facts.ts';
import {figureTile} from './figure-tile.ts';

/** How many deployments there are, or why that cannot be had. `own` are those of the query that count here. */
export function deploymentTile(
  {status, error}: {readonly status: string; readonly error: unknown},
  own: readonly DeploymentFacts[] | undefined,
  messages: Messages,
): TemplateResult {
  const label = messages.text('tile.deployments');
  if (own === undefined && status === 'error') return figureTile({label, value: '–', note: messages.error(error)});
  return figureTile({
    label,
    value: own && messages.number(own.length),
    note:
      own &&
      messages.text('tile.deployments.note', {
        count: own.length,
        ready: own.filter(({state}) => state === 'ready').length,
        environments: new Set(own.map(({environment}) => environment)).size,
      }),
  });
}
