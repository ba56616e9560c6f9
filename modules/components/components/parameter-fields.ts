import {
  baseStyles,
  errorState,
  buttonStyles,
  formStyles,
  ModuleElement,
  QueryController,
  skeleton,
  stateStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {schemaQuery} from '../services/schema-query.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import {type FieldValue, type SchemaField, toFieldKey} from '../utils/schema-fields.ts';
import {checkValue, type FieldValues} from '../utils/schema-values.ts';
import {choiceField, switchField, textField} from './field.ts';
import {formLayoutStyles} from './form-layout-styles.ts';

/**
 * A form made from the schema of the parameters of a component type, a workflow or a trait.
 *
 * @fires change - `CustomEvent<FieldValues>`: a value was changed; holds those that were.
 * @fires schema-read - `Event`, from any depth: there are fields now.
 */
export class ParameterFields extends ModuleElement {
  static override styles = [baseStyles, buttonStyles, formStyles, stateStyles, formLayoutStyles];

  @property({attribute: false}) of: SchemaChoice | undefined;
  @property({attribute: false}) values: FieldValues = {};
  /** The platform's own sentences, by field key. */
  @property({attribute: false}) refused: Readonly<Record<string, string>> = {};
  @property({type: Boolean}) checked = false;

  #announced: readonly SchemaField[] | undefined;
  readonly #schema = new QueryController(this, () => this.of && schemaQuery(this.host.api, this.of));

  /** The fields of what was chosen; `undefined` until its schema is there. */
  get fields(): readonly SchemaField[] | undefined {
    return this.#schema.data?.fields;
  }

  /** Whether the fields are still on their way. */
  get isReading(): boolean {
    return this.of !== undefined && this.fields === undefined && this.#schema.status !== 'error';
  }

  /** Whether every value can be sent. */
  get valid(): boolean {
    return this.fields?.every((field) => checkValue(field, this.#value(field)) === undefined) ?? false;
  }

  protected override updated(): void {
    if (this.fields === this.#announced) return;
    this.#announced = this.fields;
    if (this.fields) this.dispatchEvent(new Event('schema-read', {bubbles: true, composed: true}));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.of) return nothing;
    const {data, status, error} = this.#schema;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('parameters.error'),
        retry: () => void this.#schema.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 3, columns: 2})}</div>`;
    if (data.fields.length === 0 && data.unsupported.length === 0) {
      return html`<p class="hint">${this.text('parameters.none')}</p>`;
    }
    return html`
      <div class="columns">${toShownOrder(data.fields).map((field) => this.#renderField(field))}</div>
      ${
        data.unsupported.length > 0
          ? html`<p class="hint unsupported">
              ${this.text('parameters.unsupported', {names: data.unsupported.join(', ')})}
            </p>`
          : nothing
      }
    `;
  }

  #renderField(field: SchemaField): TemplateResult {
    const key = toFieldKey(field);
    const value = this.#value(field);
    const parts = {
      id: key,
      label: field.repository ? this.text(`repository.${field.repository}`) : field.label,
      hint: field.description || undefined,
      fault: this.#fault(field, value),
      required: field.required,
      optional: field.required || field.initial !== '' ? undefined : this.text('form.optional'),
    };
    const onInput = (changed: FieldValue): void => this.#change(key, changed);
    const {input} = field;
    if (input.kind === 'boolean') return switchField({...parts, value: value === true, onInput});
    if (input.kind === 'choice') {
      const options = input.options.map((option) => ({value: String(option), label: String(option)}));
      const placeholder = field.initial === '' ? this.text('form.choose') : undefined;
      return choiceField({...parts, value: String(value), options, onInput, placeholder});
    }
    const inputMode = input.kind === 'text' ? 'text' : input.integer ? 'numeric' : 'decimal';
    return textField({
      ...parts,
      value: String(value),
      inputMode,
      onInput: (text) => onInput(field.repository ? text.trim() : text),
      ...(field.repository && {mono: true}),
      ...(field.repository === 'url' && {placeholder: 'https://github.com/acme/cart'}),
    });
  }

  #fault(field: SchemaField, value: FieldValue): string | undefined {
    const key = toFieldKey(field);
    if (this.refused[key]) return this.refused[key];
    const fault = this.checked || value !== field.initial ? checkValue(field, value) : undefined;
    if (!fault) return undefined;
    const {minimum, maximum, minLength, maxLength, pattern} = {
      ...{minimum: 0, maximum: 0, minLength: 0, maxLength: 0, pattern: ''},
      ...field.input,
    };
    return this.text(`fault.${fault}`, {minimum, maximum, minLength, maxLength, pattern});
  }

  #value(field: SchemaField): FieldValue {
    return this.values[toFieldKey(field)] ?? field.initial;
  }

  #change(key: string, value: FieldValue): void {
    this.dispatchEvent(new CustomEvent<FieldValues>('change', {detail: {...this.values, [key]: value}}));
  }
}

const FIRST: readonly (string | undefined)[] = ['url', 'branch', 'commit', 'app-path', 'secret-ref'];

/** Where the source is comes first: that is what people know, whatever order the schema has. */
function toShownOrder(fields: readonly SchemaField[]): readonly SchemaField[] {
  const toRank = ({repository}: SchemaField): number => {
    const rank = FIRST.indexOf(repository);
    return rank < 0 ? FIRST.length : rank;
  };
  return fields.toSorted((a, b) => toRank(a) - toRank(b));
}
