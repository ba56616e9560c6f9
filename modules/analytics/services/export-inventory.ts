import type {CommandHandler, Scope} from '@openchoreo/portal-contract';
import {DEFAULT_RANGE} from '../utils/time-range.ts';
import {parseFilters} from '../utils/report-filters.ts';
import {componentFacts, projectFacts, workloadFacts} from './fact-queries.ts';
import {componentInventory} from './reports/component-inventory.ts';
import {saveReport} from './save-report.ts';

/** The command behind «Export the component inventory»: of the selection, without filters. */
export const exportInventory: CommandHandler = async (_, {host, scope: selection, query}) => {
  const {namespace, project} = selection;
  const scope: Scope = {...(namespace && {namespace}), ...(project && {project})};
  const source = {api: host.api, scope, refetchInterval: false} as const;
  const queries = [componentFacts(source), projectFacts(source), workloadFacts(source)] as const;
  const [components, projects, workloads] = await Promise.all([
    query(queries[0]).then(queries[0].select),
    query(queries[1]).then(queries[1].select),
    query(queries[2]).then(queries[2].select),
  ]);
  const result = componentInventory.make({
    facts: {components, projects, workloads, environments: [], deployments: [], planes: []},
    filters: parseFilters(new URLSearchParams(), DEFAULT_RANGE),
    now: Date.now(),
    project,
    messages: host.messages,
  });
  const save = host.permissions.guard('export:data', saveReport, scope);
  await save({id: componentInventory.id, scope, result});
  host.notifications.show({kind: 'success', text: host.messages.text('export.done', {count: result.rows.length})});
};
