import {css, html, type TemplateResult} from 'lit';
import {ENDPOINT_TYPES, type EndpointRow, VISIBILITIES} from '../types/component-draft.ts';
import {checkEndpoints, type RowFaults, toFreeName} from '../utils/check-rows.ts';
import {choiceField, textField} from './field.ts';
import {RowsElement} from './rows-element.ts';

/** Endpoints of a workload: under which name, by what, on which port, and who beside the own project sees them. */
export class EndpointRows extends RowsElement<EndpointRow> {
  static override styles = [
    RowsElement.styles,
    css`
      .row {
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) auto auto;
      }
      .checks {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
      }
      .checks label {
        font-weight: 400;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const faults = checkEndpoints(this.rows);
    const names = this.rows.map(({name}) => name);
    return html`
      <ul>
        ${this.rows.map((row, index) => this.#renderRow(row, index, faults[index] ?? {}))}
      </ul>
      ${this.renderAdd(this.text('endpoints.add'), {
        name: toFreeName('http', names),
        type: 'HTTP',
        port: '',
        visibility: [],
      })}
    `;
  }

  #renderRow({name, type, port, visibility}: EndpointRow, index: number, faults: RowFaults): TemplateResult {
    return html`<li class="row">
      ${textField({
        id: `endpoint-${index}-name`,
        label: this.text('form.name'),
        value: name,
        mono: true,
        fault: this.checked || name !== '' ? this.sentence(faults.name) : undefined,
        onInput: (text) => this.change(index, {name: text.trim()}),
      })}
      ${choiceField({
        id: `endpoint-${index}-type`,
        label: this.text('column.type'),
        value: type,
        options: ENDPOINT_TYPES.map((value) => ({value, label: value})),
        onInput: (value) => this.change(index, {type: value}),
      })}
      ${textField({
        id: `endpoint-${index}-port`,
        label: this.text('workload.port'),
        value: port,
        inputMode: 'numeric',
        placeholder: '8080',
        fault: this.checked || port !== '' ? this.sentence(faults.port) : undefined,
        onInput: (text) => this.change(index, {port: text.trim()}),
      })}
      <fieldset>
        <legend>${this.text('endpoints.visibility')}</legend>
        <div class="checks">
          ${VISIBILITIES.map(
            (one) =>
              html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${visibility.includes(one)}
                  @change=${({target}: Event) => {
                    const others = visibility.filter((each) => each !== one);
                    const isOn = (target as HTMLInputElement).checked;
                    this.change(index, {visibility: isOn ? [...others, one] : others});
                  }}
                />${this.text(`endpoints.visibility.${one}`)}</label
              >`,
          )}
        </div>
      </fieldset>
      <div class="tools">${this.renderRemove(index, name)}</div>
    </li>`;
  }
}
