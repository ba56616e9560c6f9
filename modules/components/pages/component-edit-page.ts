import {
  type Component,
  listQuery,
  resourceQuery,
  toDescription,
  DISPLAY_NAME,
  toDisplayName,
} from '@openchoreo/portal-contract';
import {errorState, LocationController, MutationController, QueryController, skeleton} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {ComponentForm, type ComponentFormResult} from '../components/component-form.ts';
import {NamespacePage} from '../components/namespace-page.ts';
import {LeaveGuard} from '../hooks/leave-guard.ts';
import {toChangedComponent} from '../services/to-component.ts';
import {schemaQuery} from '../services/schema-query.ts';
import {type ComponentDraft, EMPTY_DRAFT} from '../types/component-draft.ts';
import {type ComponentTypeChoice, toTypeChoices, toTypeKey} from '../utils/component-type-choice.ts';
import {parseRefusal, type Refusal} from '../utils/refusal.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import {toFieldValues} from '../utils/schema-values.ts';

/** A component's display name, description and parameters, to be changed. */
export class ComponentEditPage extends NamespacePage {
  static override dependencies = {'components-component-form': ComponentForm};

  @query('components-component-form') private readonly form!: ComponentForm | null;
  @state() private refusal: Refusal | undefined;

  readonly #location = new LocationController(this);
  readonly #component = new QueryController(this, () =>
    this.selection.namespace ? resourceQuery(this.host.api, 'components', this.selection, this.#name) : undefined,
  );
  readonly #own = new QueryController(this, () =>
    this.selection.namespace ? listQuery(this.host.api, 'componenttypes', this.selection) : undefined,
  );
  readonly #shared = new QueryController(this, () => listQuery(this.host.api, 'clustercomponenttypes', {}));
  readonly #schema = new QueryController(this, () => {
    const type = this.#choices?.find(({key}) => key === this.#typeKey);
    return type && schemaQuery(this.host.api, type);
  });
  readonly #guard = new LeaveGuard(this, () => this.form?.dirty ?? false);
  readonly #save = new MutationController<ComponentFormResult, Component>(this, {
    // Read again before writing: the platform replaces the whole object, and somebody may have changed it meanwhile.
    mutate: async ({draft, choices: {fields}}) => {
      const {api} = this.host;
      const latest = await api.get('components', {namespace: this.selection.namespace, name: this.#name});
      return api.update('components', toChangedComponent(latest, draft, fields));
    },
    preview: ({draft, choices: {fields}}) => [
      {
        kind: 'components',
        namespace: this.selection.namespace,
        name: this.#name,
        change: (component) => toChangedComponent(component, draft, fields),
      },
    ],
    invalidates: ['components'],
    onSuccess: (component) => this.#leave(component),
    onError: (error) => {
      this.refusal = parseRefusal(error);
      if (!this.refusal) this.host.notifications.error(error);
    },
  });
  /** Taken once, so that a refresh in the background does not throw away what was typed. */
  #initial: ComponentDraft | undefined;

  protected override renderPage(): TemplateResult {
    const title = this.#component.data ? toDisplayName(this.#component.data) : this.#name;
    return html`
      <header class="page-header"><h1 tabindex="-1">${this.text('edit.heading', {name: title})}</h1></header>
      ${this.#renderForm()}
    `;
  }

  protected override updated(): void {
    if (this.#component.data) this.host.navigation.title(toDisplayName(this.#component.data));
  }

  #renderForm(): TemplateResult {
    const queries = [this.#component, this.#own, this.#shared, this.#schema];
    const failed = queries.find(({status, data}) => status === 'error' && data === undefined);
    if (failed) {
      return errorState({
        error: failed.error,
        messages: this.host.messages,
        text: this.text('form.error'),
        retry: () => queries.forEach((one) => void one.refetch()),
        retryLabel: this.text('retry'),
      });
    }
    const [component, choices, schema] = [this.#component.data, this.#choices, this.#schema.data];
    const isTypeGone = component && choices && !choices.some(({key}) => key === this.#typeKey);
    if (isTypeGone) {
      return html`<p role="alert">${this.text('edit.type-gone', {type: component.spec?.componentType.name})}</p>`;
    }
    if (!component || !choices || !schema) return html`<div aria-busy="true">${skeleton({rows: 6})}</div>`;
    this.#initial ??= toDraft(component, this.#typeKey, schema.fields);
    return html`
      <components-component-form
        existing
        .choices=${choices}
        .initial=${this.#initial}
        .pending=${this.#save.pending}
        .refusal=${this.refusal}
        @save=${({detail}: CustomEvent<ComponentFormResult>) => void this.#save.run(detail)}
      >
        <a class="button" href=${this.host.navigation.href(`/catalog/components/${this.#name}`)}
          >${this.text('form.cancel')}</a
        >
      </components-component-form>
    `;
  }

  get #name(): string {
    return this.#location.param('component');
  }

  get #typeKey(): string {
    const type = this.#component.data?.spec?.componentType;
    return type ? toTypeKey(type) : '';
  }

  get #choices(): readonly ComponentTypeChoice[] | undefined {
    if (!this.#own.data || !this.#shared.data) return undefined;
    return toTypeChoices(this.selection.namespace ?? '', this.#own.data, this.#shared.data);
  }

  #leave(component: Component): void {
    this.#guard.release();
    this.host.notifications.show({kind: 'success', text: this.text('edit.done', {name: toDisplayName(component)})});
    this.host.navigation.go(`/catalog/components/${component.metadata.name}`);
  }
}

function toDraft(component: Component, type: string, fields: readonly SchemaField[]): ComponentDraft {
  const {metadata, spec} = component;
  return {
    ...EMPTY_DRAFT,
    type,
    name: metadata.name,
    project: spec?.owner.projectName ?? '',
    displayName: metadata.annotations?.[DISPLAY_NAME] ?? '',
    description: toDescription(component),
    parameters: toFieldValues(fields, spec?.parameters),
  };
}
