import {type Project, toDisplayName} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, formStyles, ModuleElement, PermissionController} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {type ComponentDraft, type ComponentObjects, EMPTY_DRAFT} from '../types/component-draft.ts';
import {checkDraft, type DraftFaults} from '../utils/check-draft.ts';
import type * as YamlView from './yaml-view.ts';
import type {YamlFault} from '../services/yaml-objects.ts';
import {type ComponentChoices, toComponent, toWorkload} from '../services/to-component.ts';
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
import type {LineFault, YamlFields} from './yaml-fields.ts';

export interface ComponentFormResult {
  readonly draft: ComponentDraft;
  readonly choices: ComponentChoices;
  /** What was typed, as the platform takes it. */
  readonly objects: ComponentObjects;
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
  /** The text, while the form is shown as YAML. */
  @state() private yaml: string | undefined;
  @state() private yamlFaults: readonly LineFault[] = [];
  /** The text cannot be shown as a form: people may correct it, or take it back. */
  @state() private stuck = false;
  @query('components-parameter-fields') private readonly parameters!: ParameterFields | null;
  @query('components-source-fields') private readonly source!: SourceFields | null;
  @query('components-more-fields') private readonly more!: MoreFields | null;
  #nameTouched = false;
  /** It was sent before the fields of what was chosen had come: it goes on when they have. */
  #isAwaited = false;
  #view: typeof YamlView | undefined;
  /** The text as it was written from the draft, or read into it: comments in it stay for the next time. */
  #written: {readonly text: string; readonly draft: ComponentDraft | undefined} = {text: '', draft: undefined};

  readonly #mayCreate = new PermissionController(this, () => {
    const {namespace, draft} = this;
    if (this.existing || !namespace || !draft.project) return undefined;
    return {action: 'component:create', scope: {namespace, project: draft.project}};
  });

  get dirty(): boolean {
    const isTextChanged = this.yaml !== undefined && this.yaml !== this.#written.text;
    return isTextChanged || JSON.stringify(this.draft) !== JSON.stringify(this.initial);
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
    if (!changed.has('refusal') || !this.refusal) return;
    if (this.yaml === undefined) void focusFirstFault(this.renderRoot);
    else this.#showRefusedLines(this.refusal);
  }

  protected override render(): TemplateResult {
    const faults = checkDraft(this.draft);
    return html`
      <form
        novalidate
        @submit=${(event: SubmitEvent) => this.#submit(event)}
        @schema-read=${() => this.#isAwaited && this.#submitForm()}
      >
        ${this.existing ? nothing : this.#renderSwitch()} ${this.#renderBanner()}
        ${this.yaml === undefined ? nothing : this.#renderYaml(this.yaml)}
        <div class="parts" ?hidden=${this.yaml !== undefined}>
          ${this.#renderBasics(faults)}
          ${this.existing ? nothing : [this.#renderType(faults), this.#renderSource(faults)]}
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
          ${this.existing ? nothing : this.#renderMore()}
        </div>
        ${this.#renderDenied()}
        <div class="actions">
          <button class="button primary" ?disabled=${this.pending || this.#mayCreate.allowed === false}>
            ${this.text(this.pending ? 'form.saving' : this.existing ? 'form.save' : 'component.create.submit')}
          </button>
          <slot></slot>
        </div>
      </form>
    `;
  }

  #renderSwitch(): TemplateResult {
    const isYaml = this.yaml !== undefined;
    return html`<div class="switch" role="group" aria-label=${this.text('view.label')}>
      <button
        type="button"
        class="button small"
        aria-pressed=${isYaml ? 'false' : 'true'}
        @click=${() => this.#closeYaml()}
      >
        ${this.text('view.form')}
      </button>
      <button
        type="button"
        class="button small"
        aria-pressed=${isYaml ? 'true' : 'false'}
        @click=${() => void this.#openYaml()}
      >
        YAML
      </button>
    </div>`;
  }

  #renderYaml(yaml: string): TemplateResult {
    return html`<components-yaml-fields
        .value=${yaml}
        .faults=${this.yamlFaults}
        @change=${({detail}: CustomEvent<string>) => this.#changeYaml(detail)}
      ></components-yaml-fields>
      ${
        this.stuck
          ? html`<div class="banner">
              ${this.text('yaml.stuck')}
              <button type="button" class="button small" @click=${() => this.#leaveYaml()}>
                ${this.text('yaml.discard')}
              </button>
            </div>`
          : nothing
      }`;
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
    this.#isAwaited = false;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    if (this.yaml === undefined) this.#submitForm();
    else this.#submitYaml(this.yaml);
  }

  #submitForm(): void {
    this.checked = true;
    const {draft, parameters, source} = this;
    const choices = this.#toChoices();
    const faults = this.existing ? [] : Object.values(checkDraft(draft));
    this.#isAwaited =
      faults.length === 0 && choices.type !== undefined && [parameters, source].some((part) => part?.isReading);
    if (this.#isAwaited) return;
    const isValid = parameters?.valid && source?.valid !== false && this.more?.valid !== false;
    if (faults.length > 0 || !choices.type || !isValid) {
      void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
      return;
    }
    this.#save(this.#toObjects(choices));
  }

  #save(objects: ComponentObjects): void {
    const detail = {draft: this.draft, choices: this.#toChoices(), objects, build: this.source?.startsBuild ?? false};
    this.dispatchEvent(new CustomEvent<ComponentFormResult>('save', {detail}));
  }

  #toChoices(): ComponentChoices {
    const {draft, parameters, source, more} = this;
    return {
      type: this.#chosen,
      fields: parameters?.fields ?? [],
      workflow: draft.source === 'repository' ? this.#allowedWorkflows.find(isNamed(draft.workflow)) : undefined,
      workflowFields: source?.fields,
      traitFields: more?.traitFields,
    };
  }

  #toObjects(choices: ComponentChoices): ComponentObjects {
    const {namespace, draft} = this;
    return {component: toComponent(namespace, draft, choices), workload: toWorkload(namespace, draft)};
  }

  async #openYaml(): Promise<void> {
    if (this.yaml !== undefined) return;
    try {
      this.#view ??= await import('./yaml-view.ts');
    } catch (error) {
      this.host.notifications.error(error);
      return;
    }
    this.#view.defineYamlFields();
    const {text, draft} = this.#written;
    const isKnown = draft === this.draft;
    const yaml = isKnown ? text : this.#view.writeObjects(this.#toObjects(this.#toChoices()), text);
    this.#written = {text: yaml, draft: this.draft};
    this.yaml = yaml;
    this.yamlFaults = [];
  }

  /** The form follows the text as long as it can be read. */
  #changeYaml(text: string): void {
    this.yaml = text;
    this.refusal = undefined;
    const {objects, faults = []} = this.#view?.readObjects(text) ?? {};
    if (objects && this.#view) {
      this.draft = this.#view.toDraft(objects, this.draft);
      this.#nameTouched = true;
      this.#written = {text, draft: this.draft};
      this.stuck = false;
    }
    // Half a word is no fault yet: they are said when somebody wants to go on, and then until they are corrected.
    if (this.yamlFaults.length > 0) this.yamlFaults = this.#toLineFaults(faults);
  }

  #closeYaml(): void {
    if (this.yaml === undefined) return;
    const {faults = []} = this.#view?.readObjects(this.yaml) ?? {};
    this.stuck = faults.length > 0;
    if (this.stuck) this.#showFaults(this.#toLineFaults(faults));
    else this.#leaveYaml();
  }

  #leaveYaml(): void {
    this.yaml = undefined;
    this.yamlFaults = [];
    this.stuck = false;
  }

  #submitYaml(text: string): void {
    const view = this.#view;
    if (!view) return;
    const {objects, faults: shape, toLine} = view.readObjects(text);
    const choosable = {
      projects: this.projects.map(({metadata}) => metadata.name),
      types: this.choices.map(({key}) => key),
      workflows: this.#allowedWorkflows.map(({key}) => key),
    };
    const faults = objects
      ? [
          ...view.findMismatches(objects, this.namespace, toLine),
          ...view.findYamlFaults(view.toDraft(objects, this.draft), choosable, toLine),
        ]
      : shape;
    this.#showFaults(this.#toLineFaults(faults));
    if (objects && faults.length === 0) this.#save(withNamespace(objects, this.namespace));
  }

  #showRefusedLines(refusal: Refusal): void {
    const {toLine} = this.#view?.readObjects(this.yaml ?? '') ?? {};
    if (!toLine || !this.#view) return;
    const taken = {line: toLine('Component', ['metadata', 'name']), text: this.#nameFault({}) ?? ''};
    this.#showFaults(refusal.status === 409 ? [taken] : this.#view.toRefusedLines(refusal, toLine));
  }

  #showFaults(faults: readonly LineFault[]): void {
    this.yamlFaults = faults;
    if (faults.length > 0) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<YamlFields>('components-yaml-fields')?.focus());
    }
  }

  #toLineFaults(faults: readonly YamlFault[]): readonly LineFault[] {
    return faults.map(({line, key, values}) => ({line, text: this.text(key, values)}));
  }
}

function withNamespace({component, workload}: ComponentObjects, namespace: string): ComponentObjects {
  return {
    component: {...component, metadata: {...component.metadata, namespace}},
    workload: workload && {...workload, metadata: {...workload.metadata, namespace}},
  };
}

function isNamed(wanted: string): (choice: SchemaChoice) => boolean {
  return ({key}) => key === wanted;
}

/** What the platform said of parameters that are `under` this path, by field key. */
function toParameterRefusals(refusal: Refusal | undefined, under: string): Readonly<Record<string, string>> {
  const entries = Object.entries(refusal?.fields ?? {}).filter(([field]) => field.startsWith(under));
  return Object.fromEntries(entries.map(([field, text]) => [field.slice(under.length), text]));
}
