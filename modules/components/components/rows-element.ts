import {baseStyles, buttonStyles, formStyles, icon, ModuleElement, stateStyles} from '@openchoreo/portal-lit';
import {css, html, type CSSResultGroup, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {RowFault} from '../utils/check-rows.ts';
import {formLayoutStyles} from './form-layout-styles.ts';

/**
 * Base of lists whose rows are typed: rows are added at the end and taken away, and the cursor is where one goes on.
 *
 * @fires change - `CustomEvent<readonly R[]>`: the rows as they are now.
 */
export abstract class RowsElement<R> extends ModuleElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    formStyles,
    stateStyles,
    formLayoutStyles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        gap: 12px;
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      ul:empty {
        display: none;
      }
      .row {
        display: grid;
        gap: 8px;
        align-items: start;
      }
      .row > .tools {
        display: flex;
        gap: 4px;
        /* Beside the control, below the label. */
        padding-top: 22px;
      }
      @media (width < 768px) {
        .row {
          grid-template-columns: minmax(0, 1fr) !important;
          padding-bottom: 12px;
          border-bottom: 1px solid var(--portal-color-border);
        }
        .row > .tools {
          padding-top: 0;
        }
      }
    `,
  ];

  @property({attribute: false}) rows: readonly R[] = [];
  /** Faults are said of rows nobody has typed in yet, too. */
  @property({type: Boolean}) checked = false;

  protected change(index: number, change: Partial<R>): void {
    this.emit(this.rows.map((row, at) => (at === index ? {...row, ...change} : row)));
  }

  protected add(...rows: readonly R[]): void {
    this.emit([...this.rows, ...rows]);
    void this.#focusRow(this.rows.length);
  }

  protected emit(detail: readonly R[]): void {
    this.dispatchEvent(new CustomEvent<readonly R[]>('change', {detail}));
  }

  protected sentence(fault: RowFault | undefined): string | undefined {
    return fault && this.text(fault.key, fault.values);
  }

  protected renderAdd(label: string, row: R): TemplateResult {
    return html`<button class="button small add" type="button" @click=${() => this.add(row)}>
      ${icon(Plus)}${label}
    </button>`;
  }

  protected renderRemove(index: number, name: string): TemplateResult {
    const label = this.text('rows.remove', {name: name || String(index + 1)});
    return html`<button
      class="button ghost icon-only"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => {
        this.emit(this.rows.filter((_, at) => at !== index));
        void this.#focusRow(index);
      }}
    >
      ${icon(Trash)}
    </button>`;
  }

  /** The first control of the row, or what adds one where it is gone. */
  async #focusRow(index: number): Promise<void> {
    // The form hands the rows back with its own update; they are drawn with the one after.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('li').item(index) as HTMLElement | null;
    const target = row?.querySelector('input') ?? this.renderRoot.querySelector('.add');
    (target as HTMLElement | null)?.focus();
  }
}
