import {type Project, toDisplayName} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {type ComponentDraft, EMPTY_DRAFT} from '../types/component-draft.ts';
import {checkDraft, type DraftFaults} from '../utils/check-draft.ts';
import type {ComponentTypeChoice} from '../utils/component-type-choice.ts';
import type {Refusal} from '../utils/refusal.ts';
import {suggestName} from '../utils/resource-name.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import type {FieldValues} from '../utils/schema-values.ts';
import {choiceField, longTextField, textField} from './field.ts';
import {focusFirstFault} from './focus-first-fault.ts';
import {formLayoutStyles} from './form-layout-styles.ts';
import {ParameterFields} from './parameter-fields.ts';
import {TypeChoice} from './type-choice.ts';

export interface ComponentFormResult {
  readonly draft: ComponentDraft;
  readonly type: ComponentTypeChoice;
  readonly fields: readonly SchemaField[];
}

/**
 * The form of a component, new or existing. It checks what it can; what the platform says comes back as `refusal`.
 *
 * @slot - Buttons beside the one that saves.
 * @fires save - `CustomEvent<ComponentFormResult>`: everything is valid and the person wants it.
 */
export class ComponentForm extends ModuleElement {
  static override dependencies = {'components-parameter-fields': ParameterFields, 'components-type-choice': TypeChoice};
  static override styles = [baseStyles, buttonStyles, formStyles, formLayoutStyles];

  @property({attribute: false}) projects: readonly Project[] = [];
  @property({attribute: false}) choices: readonly ComponentTypeChoice[] = [];
  /** Where the form starts. Another object starts it anew. */
  @property({attribute: false}) initial: ComponentDraft = EMPTY_DRAFT;
  @property({attribute: false}) refusal: Refusal | undefined;
  /** The component exists: project, name and type cannot be changed any more, and its workload is not shown. */
  @property({type: Boolean}) existing = false;
  @property({type: Boolean}) pending = false;

  @state() private draft: ComponentDraft = EMPTY_DRAFT;
  @state() private checked = false;
  @query('components-parameter-fields') private readonly parameters!: ParameterFields | null;
  #nameTouched = false;

  get dirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.initial);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initial')) {
      this.draft = this.initial;
      this.#nameTouched = this.existing;
    }
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
            .type=${this.#chosen}
            .values=${this.draft.parameters}
            .refused=${toParameterRefusals(this.refusal)}
            .checked=${this.checked}
            @change=${({detail}: CustomEvent<FieldValues>) => this.#change({parameters: detail})}
          ></components-parameter-fields>
        </div>
        ${this.existing ? nothing : this.#renderWorkload(faults)}
        <div class="actions">
          <button class="button primary" ?disabled=${this.pending}>
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
    return html`<components-type-choice
      .choices=${this.choices}
      .value=${this.draft.type}
      .fault=${this.#fault(faults.type, 'spec.componentType.name') ?? ''}
      @change=${({detail}: CustomEvent<string>) => this.#change({type: detail, parameters: {}})}
    ></components-type-choice>`;
  }

  #renderWorkload(faults: DraftFaults): TemplateResult {
    return html`
      <div class="section">
        <div>
          <h2>${this.text('form.workload')}</h2>
          <p class="hint">${this.text('form.workload.hint')}</p>
        </div>
        <div class="columns">
          ${textField({
            id: 'image',
            label: this.text('form.image'),
            optional: this.text('form.optional'),
            placeholder: 'ghcr.io/acme/cart:1.4.2',
            value: this.draft.image,
            mono: true,
            fault: this.#fault(faults.image, 'spec.container.image'),
            onInput: (image) => this.#change({image: image.trim()}),
          })}
          ${textField({
            id: 'port',
            label: this.text('form.port'),
            optional: this.text('form.optional'),
            hint: this.text('form.port.hint'),
            value: this.draft.port,
            inputMode: 'numeric',
            disabled: !this.draft.image,
            fault: this.draft.port ? faults.port && this.text(faults.port) : undefined,
            onInput: (port) => this.#change({port: port.trim()}),
          })}
        </div>
      </div>
    `;
  }

  get #chosen(): ComponentTypeChoice | undefined {
    return this.choices.find(({key}) => key === this.draft.type);
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
    const type = this.#chosen;
    const fields = this.parameters?.fields;
    const faults = checkDraft(this.draft);
    const relevant = this.existing ? [] : Object.values(faults);
    if (relevant.length > 0 || !type || !fields || !this.parameters.valid) {
      void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
      return;
    }
    this.dispatchEvent(new CustomEvent<ComponentFormResult>('save', {detail: {draft: this.draft, type, fields}}));
  }
}

const PARAMETERS = 'spec.parameters.';

function toParameterRefusals(refusal: Refusal | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(refusal?.fields ?? {}).filter(([field]) => field.startsWith(PARAMETERS));
  return Object.fromEntries(entries.map(([field, text]) => [field.slice(PARAMETERS.length), text]));
}
