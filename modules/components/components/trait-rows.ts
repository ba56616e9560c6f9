import {listQuery, type Reference} from '@openchoreo/portal-contract';
import {errorState, icon, QueryController, skeleton} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import type {TraitRow} from '../types/component-draft.ts';
import {checkTraits, type RowFaults, toFreeName} from '../utils/check-rows.ts';
import type {SchemaChoice} from '../utils/schema-choice.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import type {FieldValues} from '../utils/schema-values.ts';
import {toTraitChoices} from '../utils/trait-choice.ts';
import {textField} from './field.ts';
import {ParameterFields} from './parameter-fields.ts';
import {RowsElement} from './rows-element.ts';

/** What a component has on top of its type: traits with their own parameters, in the order they are applied. */
export class TraitRows extends RowsElement<TraitRow> {
  static override dependencies = {'components-parameter-fields': ParameterFields};
  static override styles = [
    RowsElement.styles,
    css`
      li {
        display: flex;
        flex-direction: column;
        gap: 12px;
        padding: 12px 16px;
        border: 1px solid var(--portal-color-border);
        border-radius: var(--portal-radius);
      }
      .head,
      .add {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        align-items: center;
      }
      .head h3 {
        flex: 1;
      }
    `,
  ];

  @property() namespace = '';
  /** What the chosen component type allows. */
  @property({attribute: false}) allowed: readonly Reference[] = [];
  /** The platform's own sentences, by path in the spec: `spec.traits[0].parameters.cpuPercent`. */
  @property({attribute: false}) refused: Readonly<Record<string, string>> = {};

  readonly #own = new QueryController(this, () =>
    this.namespace ? listQuery(this.host.api, 'traits', {namespace: this.namespace}) : undefined,
  );
  readonly #shared = new QueryController(this, () => listQuery(this.host.api, 'clustertraits', {}));

  /** The fields of each row's trait; `undefined` until its schema is there. */
  get fields(): readonly (readonly SchemaField[] | undefined)[] {
    return this.#parameters.map(({fields}) => fields);
  }

  /** Whether every value can be sent. */
  get valid(): boolean {
    return this.#parameters.every(({valid}) => valid);
  }

  protected override render(): TemplateResult {
    const failed = [this.#own, this.#shared].find(({data, status}) => data === undefined && status === 'error');
    if (failed) {
      return errorState({
        error: failed.error,
        messages: this.host.messages,
        text: this.text('traits.error'),
        retry: () => void failed.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    const [own, shared] = [this.#own.data, this.#shared.data];
    if (!own || !shared) return html`<div aria-busy="true">${skeleton({rows: 1})}</div>`;
    const choices = toTraitChoices(this.namespace, own, shared, this.allowed);
    if (choices.length === 0 && this.rows.length === 0) return html`<p class="hint">${this.text('traits.none')}</p>`;
    const faults = checkTraits(this.rows);
    return html`
      <ul>
        ${this.rows.map((row, index) => this.#renderRow(row, index, {faults: faults[index] ?? {}, choices}))}
      </ul>
      <div class="add" tabindex="-1">${choices.map((choice) => this.#renderAddTrait(choice))}</div>
    `;
  }

  #renderAddTrait({key, label, description, reference}: SchemaChoice): TemplateResult {
    const taken = this.rows.map(({instanceName}) => instanceName);
    const row = {trait: key, instanceName: toFreeName(reference.name, taken), parameters: {}};
    return html`<span title=${description}>${this.renderAdd(this.text('traits.add', {name: label}), row)}</span>`;
  }

  #renderRow(
    {trait, instanceName, parameters}: TraitRow,
    index: number,
    {faults, choices}: {faults: RowFaults; choices: readonly SchemaChoice[]},
  ): TemplateResult {
    const choice = choices.find(({key}) => key === trait);
    const under = `spec.traits[${index}].parameters.`;
    const refused = Object.entries(this.refused).filter(([path]) => path.startsWith(under));
    return html`<li>
      <div class="head">
        <h3>${choice?.label ?? trait.split('/').at(-1)}</h3>
        ${this.#renderMove(index, -1)} ${this.#renderMove(index, 1)} ${this.renderRemove(index, instanceName)}
      </div>
      ${choice ? html`<p class="hint">${choice.description}</p>` : html`<p class="fault">${this.text('traits.refused')}</p>`}
      <div class="columns">
        ${textField({
          id: `trait-${index}-name`,
          label: this.text('traits.instance'),
          hint: this.text('traits.instance.hint'),
          value: instanceName,
          mono: true,
          fault: this.sentence(faults.name),
          onInput: (text) => this.change(index, {instanceName: text.trim()}),
        })}
      </div>
      <components-parameter-fields
        .of=${choice}
        .values=${parameters}
        .checked=${this.checked}
        .refused=${Object.fromEntries(refused.map(([path, text]) => [path.slice(under.length), text]))}
        @change=${({detail}: CustomEvent<FieldValues>) => this.change(index, {parameters: detail})}
      ></components-parameter-fields>
    </li>`;
  }

  #renderMove(index: number, by: -1 | 1): TemplateResult {
    const target = index + by;
    const label = this.text(by < 0 ? 'traits.up' : 'traits.down', {name: this.rows[index]?.instanceName});
    return html`<button
      class="button ghost icon-only"
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${target < 0 || target >= this.rows.length}
      @click=${() => {
        const moved = [...this.rows];
        moved.splice(target, 0, ...moved.splice(index, 1));
        this.emit(moved);
      }}
    >
      ${icon(by < 0 ? ArrowUp : ArrowDown)}
    </button>`;
  }

  get #parameters(): readonly ParameterFields[] {
    return [...this.renderRoot.querySelectorAll<ParameterFields>('components-parameter-fields')];
  }
}
