import {baseStyles, defineElement, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import type {Reference} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {
  type ComponentDraft,
  type EndpointRow,
  EMPTY_DRAFT,
  type TraitRow,
  type VariableRow,
} from '../types/component-draft.ts';
import {checkEndpoints, checkTraits, checkVariables, hasFaults} from '../utils/check-rows.ts';
import type {SchemaField} from '../utils/schema-fields.ts';
import {EndpointRows} from './endpoint-rows.ts';
import {formLayoutStyles} from './form-layout-styles.ts';
import {TraitRows} from './trait-rows.ts';
import {VariableRows} from './variable-rows.ts';

/**
 * What many components do without: variables and endpoints of the container, and traits. It is fetched after the form.
 *
 * @fires change - `CustomEvent<Partial<ComponentDraft>>`: what was changed.
 */
export class MoreFields extends ModuleElement {
  static override dependencies = {
    'components-variable-rows': VariableRows,
    'components-endpoint-rows': EndpointRows,
    'components-trait-rows': TraitRows,
  };
  static override styles = [baseStyles, formStyles, formLayoutStyles];

  @property({attribute: false}) draft: ComponentDraft = EMPTY_DRAFT;
  @property() namespace = '';
  @property({attribute: false}) allowedTraits: readonly Reference[] | undefined;
  @property({attribute: false}) refused: Readonly<Record<string, string>> = {};
  @property({type: Boolean}) checked = false;

  @query('components-trait-rows') private readonly traits!: TraitRows | null;

  /** The fields of each trait, in the order of the traits. */
  get traitFields(): readonly (readonly SchemaField[] | undefined)[] {
    return this.traits?.fields ?? [];
  }

  get valid(): boolean {
    const {source, image, variables, endpoints, traits} = this.draft;
    const isSent = source === 'image' && image !== '';
    if (isSent && (hasFaults(checkVariables(variables)) || hasFaults(checkEndpoints(endpoints)))) return false;
    return !hasFaults(checkTraits(traits)) && (this.traits?.valid ?? true);
  }

  protected override render(): TemplateResult {
    const {source, image, traits} = this.draft;
    const isSent = source === 'image' && image !== '';
    const hint = this.text(source === 'image' ? 'workload.needs-image' : 'workload.from-source');
    return html`
      <div class="section">
        ${
          isSent
            ? this.#renderWorkload()
            : html`<h2>${this.text('workload.both')}</h2>
                <p class="hint">${hint}</p>`
        }
        ${
          this.allowedTraits
            ? html`<h2>${this.text('traits.title')}</h2>
                <components-trait-rows
                  .rows=${traits}
                  .namespace=${this.namespace}
                  .allowed=${this.allowedTraits}
                  .refused=${this.refused}
                  .checked=${this.checked}
                  @change=${({detail}: CustomEvent<readonly TraitRow[]>) => this.#change({traits: detail})}
                ></components-trait-rows>`
            : nothing
        }
      </div>
    `;
  }

  #renderWorkload(): TemplateResult {
    const {variables, endpoints} = this.draft;
    return html`
      <h2>${this.text('workload.env')}</h2>
      <components-variable-rows
        .rows=${variables}
        .checked=${this.checked}
        @change=${({detail}: CustomEvent<readonly VariableRow[]>) => this.#change({variables: detail})}
      ></components-variable-rows>
      <h2>${this.text('workload.endpoints')}</h2>
      <components-endpoint-rows
        .rows=${endpoints}
        .checked=${this.checked}
        @change=${({detail}: CustomEvent<readonly EndpointRow[]>) => this.#change({endpoints: detail})}
      ></components-endpoint-rows>
    `;
  }

  #change(detail: Partial<ComponentDraft>): void {
    this.dispatchEvent(new CustomEvent<Partial<ComponentDraft>>('change', {detail}));
  }
}

export function defineMoreFields(): void {
  defineElement('components-more-fields', MoreFields);
}
