import {type DeploymentPipeline, toDisplayName} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {ProjectDraft} from '../types/project-draft.ts';
import type {Refusal} from '../utils/refusal.ts';
import {checkName, suggestName} from '../utils/resource-name.ts';
import {choiceField, longTextField, textField} from './field.ts';
import {focusFirstFault} from './focus-first-fault.ts';
import {formLayoutStyles} from './form-layout-styles.ts';

const EMPTY: ProjectDraft = {displayName: '', name: '', description: '', pipeline: ''};

/**
 * The form of a project, new or existing.
 *
 * @slot - Buttons beside the one that saves.
 * @fires save - `CustomEvent<ProjectDraft>`: everything is valid and the person wants it.
 */
export class ProjectForm extends ModuleElement {
  static override styles = [baseStyles, buttonStyles, formStyles, formLayoutStyles];

  @property({attribute: false}) pipelines: readonly DeploymentPipeline[] = [];
  /** Where the form starts. Another object starts it anew. */
  @property({attribute: false}) initial: ProjectDraft = EMPTY;
  @property({attribute: false}) refusal: Refusal | undefined;
  @property({type: Boolean}) existing = false;
  @property({type: Boolean}) pending = false;

  @state() private draft: ProjectDraft = EMPTY;
  @state() private checked = false;
  #nameTouched = false;

  get dirty(): boolean {
    return JSON.stringify(this.draft) !== JSON.stringify(this.initial);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('initial')) return;
    this.draft = this.initial;
    this.#nameTouched = this.existing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('refusal') && this.refusal) void focusFirstFault(this.renderRoot);
  }

  protected override render(): TemplateResult {
    const {draft, refusal} = this;
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
        ${refusal && refusal.status !== 409 ? html`<p class="banner" role="alert">${refusal.text}</p>` : nothing}
        <div class="columns">
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
            fault: this.#nameFault(),
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
          <div class="wide">
            ${choiceField({
              id: 'pipeline',
              label: this.text('column.pipeline'),
              hint: this.text('project.pipeline.hint'),
              value: draft.pipeline,
              options: this.#toPipelines(),
              fault: refusal?.fields['spec.deploymentPipelineRef.name'],
              onInput: (pipeline) => this.#change({pipeline}),
            })}
          </div>
        </div>
        <div class="actions">
          <button class="button primary" ?disabled=${this.pending}>
            ${this.text(this.pending ? 'form.saving' : this.existing ? 'form.save' : 'project.create.submit')}
          </button>
          <slot></slot>
        </div>
      </form>
    `;
  }

  /** What the project has now can always be kept, also when its pipeline is not in the list. */
  #toPipelines(): readonly {value: string; label: string}[] {
    const known = this.pipelines.map((pipeline) => ({value: pipeline.metadata.name, label: toDisplayName(pipeline)}));
    const {pipeline} = this.initial;
    if (known.some(({value}) => value === pipeline)) return known;
    return [{value: pipeline, label: pipeline || this.text('project.pipeline.default')}, ...known];
  }

  #nameFault(): string | undefined {
    if (this.refusal?.status === 409) return this.text('fault.name-taken', {name: this.draft.name});
    const refused = this.refusal?.fields['metadata.name'];
    if (refused) return refused;
    const fault = checkName(this.draft.name);
    if (this.existing || !fault || (this.draft.name === '' && !this.checked)) return undefined;
    return this.text(`fault.name-${fault}`);
  }

  #change(change: Partial<ProjectDraft>): void {
    this.draft = {...this.draft, ...change};
    this.refusal = undefined;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    this.checked = true;
    if (!this.existing && checkName(this.draft.name)) {
      void this.updateComplete.then(() => focusFirstFault(this.renderRoot));
      return;
    }
    this.dispatchEvent(new CustomEvent<ProjectDraft>('save', {detail: this.draft}));
  }
}
