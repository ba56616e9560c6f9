import {
  baseStyles,
  buttonStyles,
  formStyles,
  ModuleElement,
  PermissionController,
  stateStyles,
} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {type CodeSource, type ComponentDraft, EMPTY_DRAFT} from '../types/component-draft.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import type {FieldValues} from '../utils/schema-values.ts';
import {CardChoice} from './card-choice.ts';
import {choiceField, switchField, textField} from './field.ts';
import {formLayoutStyles} from './form-layout-styles.ts';
import {ParameterFields} from './parameter-fields.ts';

/** Sentences about what was typed here, by field. */
export type SourceFaults = Partial<Record<'image' | 'workflow', string | undefined>>;

/**
 * Where the code of a new component comes from: an image, or a repository and the workflow that builds it.
 *
 * @fires change - `CustomEvent<Partial<ComponentDraft>>`: what was changed.
 */
export class SourceFields extends ModuleElement {
  static override dependencies = {
    'components-card-choice': CardChoice,
    'components-parameter-fields': ParameterFields,
  };
  static override styles = [baseStyles, buttonStyles, formStyles, stateStyles, formLayoutStyles];

  @property({attribute: false}) draft: ComponentDraft = EMPTY_DRAFT;
  @property() namespace = '';
  /** The workflows that the chosen type allows. */
  @property({attribute: false}) workflows: readonly SchemaChoice[] = [];
  @property({attribute: false}) faults: SourceFaults = {};
  /** The platform's own sentences about parameters of the workflow, by field key. */
  @property({attribute: false}) refused: Readonly<Record<string, string>> = {};
  @property({type: Boolean}) checked = false;

  @query('components-parameter-fields') private readonly parameters!: ParameterFields | null;

  readonly #mayBuild = new PermissionController(this, () => this.#ask('workflowrun:create'));
  readonly #mayRun = new PermissionController(this, () => this.#ask('workload:create'));

  /** The fields of the chosen workflow; `undefined` until its schema is there, or where none is needed. */
  get fields(): readonly SchemaField[] | undefined {
    return this.parameters?.fields;
  }

  get isReading(): boolean {
    return this.draft.source === 'repository' && (this.parameters?.isReading ?? false);
  }

  get valid(): boolean {
    return this.draft.source === 'image' || (this.parameters?.valid ?? false);
  }

  /** Whether a build is started once the component is there: the person wants it and may. */
  get startsBuild(): boolean {
    const {source, buildNow} = this.draft;
    return source === 'repository' && buildNow && this.#mayBuild.allowed === true;
  }

  protected override render(): TemplateResult {
    const {source} = this.draft;
    return html`
      <div class="section">
        <components-card-choice
          .label=${this.text('source.title')}
          .cards=${(['image', 'repository'] as const).map((key) => ({
            key,
            label: this.text(`source.${key}`),
            description: this.text(`source.${key}.text`),
          }))}
          .value=${source}
          @change=${({detail}: CustomEvent<string>) => this.#change({source: detail as CodeSource})}
        ></components-card-choice>
        ${source === 'image' ? this.#renderImage() : this.#renderRepository()}
      </div>
    `;
  }

  #renderImage(): TemplateResult {
    if (this.#mayRun.allowed === false) return html`<p class="hint">${this.text('source.image.denied')}</p>`;
    return html`
      <div class="columns">
        ${textField({
          id: 'image',
          label: this.text('form.image'),
          optional: this.text('form.optional'),
          hint: this.text('form.image.hint'),
          placeholder: 'ghcr.io/acme/cart:1.4.2',
          value: this.draft.image,
          mono: true,
          fault: this.faults.image,
          onInput: (text) => this.#change({image: text.trim()}),
        })}
      </div>
      ${this.#renderAutoDeploy()}
    `;
  }

  #renderRepository(): TemplateResult {
    const {workflow, workflowParameters} = this.draft;
    const chosen = this.workflows.find(({key}) => key === workflow);
    if (this.workflows.length === 0) {
      return html`<p class="hint">${this.text(this.draft.type ? 'source.no-workflow' : 'source.type-first')}</p>`;
    }
    return html`
      <div class="columns">
        ${choiceField({
          id: 'workflow',
          label: this.text('form.workflow'),
          hint: chosen?.description || this.text('form.workflow.hint'),
          required: true,
          value: chosen ? workflow : '',
          placeholder: this.text('form.choose'),
          options: this.workflows.map(({key, label}) => ({value: key, label})),
          fault: this.faults.workflow,
          onInput: (key) => this.#change({workflow: key}),
        })}
      </div>
      <components-parameter-fields
        .of=${chosen}
        .values=${workflowParameters}
        .refused=${this.refused}
        .checked=${this.checked}
        @change=${({detail}: CustomEvent<FieldValues>) => this.#change({workflowParameters: detail})}
      ></components-parameter-fields>
      <div>
        ${
          this.#mayBuild.allowed === false
            ? html`<p class="hint">${this.text('source.build.denied')}</p>`
            : switchField({
                id: 'buildNow',
                label: this.text('form.build-now'),
                hint: this.text('form.build-now.hint'),
                value: this.draft.buildNow,
                onInput: (buildNow) => this.#change({buildNow}),
              })
        }
        ${this.#renderAutoDeploy()}
      </div>
    `;
  }

  #renderAutoDeploy(): TemplateResult {
    return switchField({
      id: 'autoDeploy',
      label: this.text('form.auto-deploy'),
      hint: this.text('form.auto-deploy.hint'),
      value: this.draft.autoDeploy,
      onInput: (autoDeploy) => this.#change({autoDeploy}),
    });
  }

  #ask(action: string): {action: string; scope: {namespace: string; project: string}} | undefined {
    const {project} = this.draft;
    return this.namespace && project ? {action, scope: {namespace: this.namespace, project}} : undefined;
  }

  #change(detail: Partial<ComponentDraft>): void {
    this.dispatchEvent(new CustomEvent<Partial<ComponentDraft>>('change', {detail}));
  }
}
