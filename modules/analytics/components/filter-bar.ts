import type {Messages, Scope} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import type {Facts, Report} from '../types/report.ts';
import {GROUPINGS, PLANE_STATES, type ReportFilters, STATES} from '../utils/report-filters.ts';
import {toTypeName} from '../utils/type-name.ts';
import {rangeChoice} from './range-choice.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FilterBar {
  readonly report: Report;
  readonly filters: ReportFilters;
  /** What there is to choose from. */
  readonly facts: Pick<Facts, 'components' | 'projects'> | undefined;
  readonly project: Scope['project'];
  readonly text: Messages['text'];
  readonly change: (change: Partial<ReportFilters>) => void;
  readonly chooseProject: (project: string | null) => void;
}

/** The filters a report has. The project is the portal's own selection, so that it goes along to other pages. */
export function filterBar(bar: FilterBar): TemplateResult {
  const {report, filters, facts, text, change} = bar;
  const has = (name: Report['filters'][number]): boolean => report.filters.includes(name);
  return html`
    <div class="toolbar" role="search">
      ${
        has('range')
          ? rangeChoice(filters.range, {
              label: text('range.label'),
              name: (range) => text(`range.${range}`),
              choose: (range) => change({range}),
            })
          : nothing
      }
      ${report.needs.includes('components') ? renderProject(bar) : nothing}
      ${
        has('by')
          ? renderSelect(
              text('filter.by'),
              filters.by,
              GROUPINGS.map((by) => ({value: by, label: text(`filter.by.${by}`)})),
              (by) => change({by: by as ReportFilters['by']}),
            )
          : nothing
      }
      ${
        has('type')
          ? renderSelect(text('column.type'), filters.type, toTypeOptions(facts, filters, text), (type) =>
              change({type}),
            )
          : nothing
      }
      ${
        has('state')
          ? renderSelect(
              text('column.state'),
              filters.state,
              [
                {value: '', label: text('filter.all-states')},
                ...STATES.map((value) => ({value, label: text(`state.${value}`)})),
              ],
              (state) => change({state: state as ReportFilters['state']}),
            )
          : nothing
      }
      ${
        has('plane')
          ? renderSelect(
              text('column.plane-state'),
              filters.plane,
              [
                {value: '', label: text('filter.all-planes')},
                ...PLANE_STATES.map((value) => ({value, label: text(`plane.${value}`)})),
              ],
              (plane) => change({plane: plane as ReportFilters['plane']}),
            )
          : nothing
      }
    </div>
  `;
}

function renderProject({facts, project, text, chooseProject}: FilterBar): TemplateResult {
  const projects = facts?.projects.map(({name, label}) => ({value: name, label})) ?? [];
  const chosen = project && !projects.some(({value}) => value === project) ? [{value: project, label: project}] : [];
  return renderSelect(
    text('column.project'),
    project ?? '',
    [{value: '', label: text('filter.all-projects')}, ...projects, ...chosen],
    (name) => chooseProject(name || null),
  );
}

/** The types that occur, and the one of the address even if it does not. */
function toTypeOptions(facts: FilterBar['facts'], {type}: ReportFilters, text: Messages['text']): readonly Option[] {
  const types = new Set(facts?.components.map((component) => component.type).filter(Boolean));
  if (type) types.add(type);
  return [
    {value: '', label: text('filter.all-types')},
    ...[...types].sort().map((value) => ({value, label: toTypeName(value)})),
  ];
}

function renderSelect(
  label: string,
  value: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`
    <select aria-label=${label} @change=${({target}: Event) => choose((target as HTMLSelectElement).value)}>
      ${options.map(
        (option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>
  `;
}
