import {and, inArray, not, or, sql, type SQL} from 'drizzle-orm';
import {resources} from '../database/schema.ts';
import type {LabelRequirement} from './label-selector.ts';

/** The selector as SQL. As in Kubernetes, `!=` and `notin` also select objects that lack the label. */
export function toLabelCondition(requirements: readonly LabelRequirement[]): SQL | undefined {
  return and(...requirements.map(toCondition));
}

function toCondition(requirement: LabelRequirement): SQL | undefined {
  const exists = sql`${resources.labels} ? ${requirement.key}`;
  if (!('values' in requirement)) return requirement.operator === 'exists' ? exists : not(exists);
  const value = sql<string>`${resources.labels} ->> ${requirement.key}::text`;
  const listed = inArray(value, [...requirement.values]);
  return requirement.operator === 'in' ? and(exists, listed) : or(not(exists), not(listed));
}
