import type {Report} from '../../types/report.ts';
import {toTypeName} from '../../utils/type-name.ts';
import {matchComponent} from './match-component.ts';
import {stackByState} from './stack-by-state.ts';

/** Every component with what is known of it; the chart has them by type. */
export const componentInventory: Report = {
  id: 'component-inventory',
  needs: ['components', 'projects', 'workloads'],
  filters: ['type', 'state'],
  make({facts, filters, messages}) {
    const {text} = messages;
    const components = facts.components.filter(matchComponent(filters)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const images = new Map(facts.workloads.map(({component, image}) => [component, image]));
    const projects = new Map(facts.projects.map(({name, label}) => [name, label]));
    return {
      chart: stackByState(
        components,
        ({type}) => type,
        (type) => toTypeName(type) || text('unknown'),
        messages,
      ),
      summary: text('report.component-inventory.summary', {
        count: components.length,
        types: new Set(components.map(({type}) => type)).size,
      }),
      axis: text('column.type'),
      columns: [
        {title: text('column.component'), kind: 'text'},
        {title: text('column.name'), kind: 'text'},
        {title: text('column.project'), kind: 'text'},
        {title: text('column.type'), kind: 'text'},
        {title: text('column.state'), kind: 'text'},
        {title: text('column.reason'), kind: 'text'},
        {title: text('column.created'), kind: 'moment'},
        {title: text('column.image'), kind: 'text'},
      ],
      rows: components.map(({name, label, project, type, state, reason, created}) => ({
        path: `/catalog/components/${encodeURIComponent(name)}`,
        cells: [
          label,
          name,
          projects.get(project) ?? project,
          type,
          text(`state.${state}`),
          reason,
          created === undefined ? undefined : new Date(created),
          images.get(name) ?? '',
        ],
      })),
    };
  },
};
