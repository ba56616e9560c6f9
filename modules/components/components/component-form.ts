import {type Project, toDisplayName} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, formStyles, ModuleElement, PermissionController} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {type ComponentDraft, EMPTY_DRAFT} from '../types/component-draft.ts';
import {checkDraft, type DraftFaults} from '../utils/check-draft.ts';
import type {ComponentChoices} from '../services/to-component.ts';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';
import type {Refusal} from '../utils/refusal.ts';
import {suggestName} from '../utils/resource-name.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import type {FieldValues} from '../utils/schema-values.ts';
import {toAllowedWorkflows} from '../utils/workflow-choice.ts';
import {CardChoice} from './card-choice.ts';
import {choiceField, longTextField, textField} from './field.ts';
import {focusFirstFault} from './focus-first-fault.ts';
import {formLayoutStyles} from './form-layout-styles.ts';
import type {MoreFields} from './more-fields.ts';
import {ParameterFields} from './parameter-fields.ts';
import {SourceFields} from './source-fields.ts';

export interface ComponentFormResult {
  readonly draft: ComponentDraft;
  readonly choices: ComponentChoices;
  /** A first build is to be started. */
  readonly build: boolean;
}

/**
 * The form of a component, new or existing. It checks what it can; what the platform says comes back as `refusal`.
 *
 * @slot - Buttons beside the one that saves.
 * @fires save - `CustomEvent<ComponentFormResult>`: everything is valid and the person wants it.
 */
export class ComponentForm extends ModuleElement {
  static override dependencies = {
    'components-parameter-fields': ParameterFields,
    'components-card-choice': CardChoice,
    'components-source-fields': SourceFields,
  };
  static override styles = [baseStyles, buttonStyles, formStyles, formLayoutStyles];

  @property() namespace = '';
  @property({attribute: false}) projects: readonly Project[] = [];
  @property({attribute: false}) choices: readonly ComponentTypeChoice[] = [];
  /** All workflows that build components. */
  @property({attribute: false}) workflows: readonly SchemaChoice[] = [];
  /** Where the form starts. Another object starts it anew. */
  @property({attribute: false}) initial: ComponentDraft = EMPTY_DRAFT;
  @property({attribute: false}) refusal: Refusal | undefined;
  /** The component exists: project, name and type cannot be changed any more, and its workload is not shown. */
  @property({type: Boolean}) existing = false;
  @property({type: Boolean}) pending = false;

  @state() private draft: ComponentDraft = EMPTY_DRAFT;
  @state() private checked = false;
  @query('components-parameter-fields') private readonly parameters!: ParameterFields | null;
  @query('components-source-fields') private readonly source!: SourceFields | null;
  @query('components-more-fields') private readonly more!: MoreFields | null;
  #nameTouched = false;

  readonly #mayCreate = new PermissionController(this, () => {
    const {namespace, draft} = this;
    if (this.existing || !namespace || !draft.project) return undefined;
    return {action: 'component:create', scope: {namespace, project: draft.project}};
  });

  get dirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.initial);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initial')) {
      this.draft = this.initial;
      this.#nameTouched = this.existing;
    }
  }

  protected override firstUpdated(): void {
    if (this.existing) return;
    void import('./more-fields.ts').then(
      ({defineMoreFields}) => {
        defineMoreFields();
        this.requestUpdate();
      },
      (error: unknown) => this.host.notifications.error(error),
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('refusal') && this.refusal) void focusFirstFault(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const faults = checkDraft(this.draft);
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
        ${this.#renderBanner()} ${this.#renderBasics(faults)} ${this.existing ? nothing : this.#renderType(faults)}
        <div class="section" ?hidden=${!this.draft.type}>
          <h2>${this.text('form.parameters')}</h2>
          <components-parameter-fields
            .of=${this.#chosen}
            .values=${this.draft.parameters}
            .refused=${toParameterRefusals(this.refusal, 'spec.parameters.')}
            .checked=${this.checked}
            @change=${({detail}: CustomEvent<FieldValues>) => this.#change({parameters: detail})}
          ></components-parameter-fields>
        </div>
        ${this.existing ? nothing : [this.#renderSource(faults), this.#renderMore()]} ${this.#renderDenied()}
        <div class="actions">
          <button class="button primary" ?disabled=${this.pending || this.#mayCreate.allowed === false}>
            ${this.text(this.pending ? 'form.saving' : this.existing ? 'form.save' : 'component.create.submit')}
          </button>
          <slot></slot>
        </div>
      </form>
    `;
  }

  #renderBanner(): TemplateResult | typeof nothing {
    if (!this.refusal || this.refusal.status === 409) return nothing;
    return html`<p class="banner" role="alert">${this.refusal.text}</p>`;
  }

  /** What is fetched after the form, so that the form is there sooner. */
  #renderMore(): TemplateResult {
    return html`<components-more-fields
      .draft=${this.draft}
      .namespace=${this.namespace}
      .allowedTraits=${this.#chosen?.allowedTraits}
      .refused=${this.refusal?.fields ?? {}}
      .checked=${this.checked}
      @change=${({detail}: CustomEvent<Partial<ComponentDraft>>) => this.#change(detail)}
    ></components-more-fields>`;
  }

  #renderDenied(): TemplateResult | typeof nothing {
    if (this.#mayCreate.allowed !== false) return nothing;
    const project = this.projects.find(({metadata}) => metadata.name === this.draft.project);
    return html`<p class="fault" role="status">
      ${this.text('component.create.denied', {project: project ? toDisplayName(project) : this.draft.project})}
    </p>`;
  }

  #renderBasics(faults: DraftFaults): TemplateResult {
    const {draft} = this;
    return html`
      <div class="columns">
        ${
          this.existing
            ? nothing
            : html`<div class="wide">
                ${choiceField({
                  id: 'project',
                  label: this.text('column.project'),
                  value: draft.project,
                  required: true,
                  placeholder: this.text('form.choose'),
                  options: this.projects.map((project) => ({
                    value: project.metadata.name,
                    label: toDisplayName(project),
                  })),
                  fault: this.#fault(faults.project, 'spec.owner.projectName'),
                  onInput: (project) => this.#change({project}),
                })}
              </div>`
        }
        ${textField({
          id: 'displayName',
          label: this.text('form.display-name'),
          optional: this.text('form.optional'),
          value: draft.displayName,
          onInput: (displayName) =>
            this.#change({displayName, ...(this.#nameTouched ? {} : {name: suggestName(displayName)})}),
        })}
        ${textField({
          id: 'name',
          label: this.text('form.name'),
          hint: this.text(this.existing ? 'form.name.fixed' : 'form.name.hint'),
          value: draft.name,
          required: true,
          mono: true,
          disabled: this.existing,
          fault: this.#nameFault(faults),
          onInput: (name) => {
            this.#nameTouched = name !== '';
            this.#change({name});
          },
        })}
        <div class="wide">
          ${longTextField({
            id: 'description',
            label: this.text('form.description'),
            optional: this.text('form.optional'),
            value: draft.description,
            onInput: (description) => this.#change({description}),
          })}
        </div>
      </div>
    `;
  }

  #renderType(faults: DraftFaults): TemplateResult {
    return html`<components-card-choice
      .label=${this.text('column.type')}
      .cards=${this.choices.map(({description, workloadType, ...choice}) => ({
        ...choice,
        description: description || workloadType,
      }))}
      .value=${this.draft.type}
      .fault=${this.#fault(faults.type, 'spec.componentType.name') ?? ''}
      @change=${({detail}: CustomEvent<string>) => this.#change({type: detail})}
    ></components-card-choice>`;
  }

  #renderSource(faults: DraftFaults): TemplateResult {
    const {draft} = this;
    // Another type may not allow what was chosen for the one before.
    const isAllowed = this.#allowedWorkflows.some(isNamed(draft.workflow));
    return html`<components-source-fields
      .draft=${draft}
      .namespace=${this.namespace}
      .workflows=${this.#allowedWorkflows}
      .faults=${{
        image: this.#fault(faults.image, 'spec.container.image'),
        workflow: this.#fault(isAllowed ? undefined : 'fault.workflow', 'spec.workflow.name'),
      }}
      .refused=${toParameterRefusals(this.refusal, 'spec.workflow.parameters.')}
      .checked=${this.checked}
      @change=${({detail}: CustomEvent<Partial<ComponentDraft>>) => this.#change(detail)}
    ></components-source-fields>`;
  }

  get #chosen(): ComponentTypeChoice | undefined {
    return this.choices.find(isNamed(this.draft.type));
  }

  get #allowedWorkflows(): readonly SchemaChoice[] {
    return this.#chosen ? toAllowedWorkflows(this.workflows, this.#chosen.allowedWorkflows) : [];
  }

  /** Faults of a name are said while it is typed; that it is missing, only when the form was sent. */
  #nameFault(faults: DraftFaults): string | undefined {
    if (this.refusal?.status === 409)
      return this.text('fault.name-taken', {name: this.initial.name || this.draft.name});
    if (this.existing) return undefined;
    const live = this.draft.name !== '' && faults.name;
    return this.#fault(faults.name, 'metadata.name') ?? (live ? this.text(live) : undefined);
  }

  #fault(key: string | undefined, field: string): string | undefined {
    return this.refusal?.fields[field] ?? (this.checked && key ? this.text(key) : undefined);
  }

  #change(change: Partial<ComponentDraft>): void {
    this.draft = {...this.draft, ...change};
    // What the platform said was about what was sent; it does not fit what is typed now.
    this.refusal = undefined;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    this.checked = true;
    const {draft, parameters, source} = this;
    const type = this.#chosen;
    const fields = parameters?.fields;
    const faults = this.existing ? [] : Object.values(checkDraft(draft));
    if (
      faults.length > 0 ||
      !type ||
      !fields ||
      !parameters.valid ||
      source?.valid === false ||
      this.more?.valid === false
    ) {
      void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
      return;
    }
    const workflow = draft.source === 'repository' ? this.#allowedWorkflows.find(isNamed(draft.workflow)) : undefined;
    const choices = {type, fields, workflow, workflowFields: source?.fields, traitFields: this.more?.traitFields};
    const detail = {draft, choices, build: source?.startsBuild ?? false};
    this.dispatchEvent(new CustomEvent<ComponentFormResult>('save', {detail}));
  }
}

function isNamed(wanted: string): (choice: SchemaChoice) => boolean {
  return ({key}) => key === wanted;
}

/** What the platform said of parameters that are `under` this path, by field key. */
function toParameterRefusals(refusal: Refusal | undefined, under: string): Readonly<Record<string, string>> {
  const entries = Object.entries(refusal?.fields ?? {}).filter(([field]) => field.startsWith(under));
  return Object.fromEntries(entries.map(([field, text]) => [field.slice(under.length), text]));
}
