import {css, html, type TemplateResult} from 'lit';
import type {VariableRow} from '../types/component-draft.ts';
import {checkVariables, type RowFaults} from '../utils/check-rows.ts';
import {readVariables} from '../utils/read-variables.ts';
import {textField} from './field.ts';
import {RowsElement} from './rows-element.ts';

const EMPTY: VariableRow = {name: '', value: ''};

/** Environment variables of a container. Text of an `.env` file pasted into a name becomes a row for each line. */
export class VariableRows extends RowsElement<VariableRow> {
  static override styles = [
    RowsElement.styles,
    css`
      .row {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const faults = checkVariables(this.rows);
    return html`
      <ul>
        ${this.rows.map((row, index) => this.#renderRow(row, index, faults[index] ?? {}))}
      </ul>
      ${this.renderAdd(this.text('variables.add'), EMPTY)}
    `;
  }

  #renderRow({name, value, kept}: VariableRow, index: number, {name: fault}: RowFaults): TemplateResult {
    return html`<li
      class="row"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        this.add(EMPTY);
      }}
      @paste=${(event: ClipboardEvent) => this.#paste(event, index)}
    >
      ${textField({
        id: `variable-${index}-name`,
        label: this.text('form.name'),
        value: name,
        mono: true,
        placeholder: 'DATABASE_URL',
        fault: this.checked || name !== '' ? this.sentence(fault) : undefined,
        onInput: (text) => this.change(index, {name: text.trim()}),
      })}
      ${textField({
        id: `variable-${index}-value`,
        label: this.text('variables.value'),
        value: kept ? '' : value,
        mono: true,
        disabled: kept !== undefined,
        ...(kept && {placeholder: this.text('variables.from-secret')}),
        onInput: (text) => this.change(index, {value: text}),
      })}
      <div class="tools">${this.renderRemove(index, name)}</div>
    </li>`;
  }

  #paste(event: ClipboardEvent, index: number): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isName = event.target instanceof HTMLInputElement && event.target.id.endsWith('-name');
    const pasted = isName && text.includes('=') ? readVariables(text) : [];
    if (pasted.length === 0) return;
    event.preventDefault();
    // The row that was pasted into makes room where it is empty.
    const before = this.rows.filter((row, at) => at !== index || row.name !== '' || row.value !== '');
    this.emit([...before, ...pasted]);
  }
}
