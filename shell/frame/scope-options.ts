import {toDisplayName, type Component, type Resource, type Scope} from '@openchoreo/portal-contract';

export interface ScopeOption {
  /** `null` takes the choice back. */
  readonly value: string | null;
  readonly label: string;
  /** The technical name, where it is not the label already. */
  readonly name?: string;
  readonly project?: string;
}

/** More are found by typing. */
export const MAX_OPTIONS = 100;

/** Options that contain what was typed, in name or display name; all of them and `all` first when nothing was. */
export function toScopeOptions(
  resources: readonly Resource[],
  {typed, all, locale}: {readonly typed: string; readonly all: string; readonly locale: string},
): readonly ScopeOption[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const {compare} = new Intl.Collator(locale);
  const options = resources.map(toOption).sort((a, b) => compare(a.label, b.label));
  if (wanted === '') return [{value: null, label: all}, ...options];
  return options.filter(({label, name}) => `${label} ${name ?? ''}`.toLocaleLowerCase().includes(wanted));
}

/** The change of the selection that an option means. A component brings its project along. */
export function toScopeChange(field: keyof Scope, option: ScopeOption): Partial<Record<keyof Scope, string | null>> {
  if (field !== 'component' || option.project === undefined) return {[field]: option.value};
  return {project: option.project, component: option.value};
}

function toOption(resource: Resource): ScopeOption {
  const {name} = resource.metadata;
  const label = toDisplayName(resource);
  // Only components have an owner.
  const {owner} = (resource.spec ?? {}) as Partial<NonNullable<Component['spec']>>;
  const project = owner?.projectName;
  return {value: name, label, ...(label !== name && {name}), ...(project && {project})};
}
