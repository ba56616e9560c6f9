import {baseStyles, defineElement, formStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {formLayoutStyles} from './form-layout-styles.ts';

/** A sentence about one line. */
export interface LineFault {
  readonly line: number;
  readonly text: string;
}

/**
 * Text with its lines numbered, and what is wrong with which line.
 *
 * @fires change - `CustomEvent<string>`: the text as it is now.
 */
export class YamlFields extends ModuleElement {
  static override styles = [
    baseStyles,
    formStyles,
    formLayoutStyles,
    css`
      .editor {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        border: 1px solid var(--portal-color-border-strong);
        border-radius: var(--portal-radius-small);
        background: var(--portal-color-surface);
      }
      .editor:focus-within {
        border-color: var(--portal-color-focus);
      }
      ol,
      textarea.mono {
        margin: 0;
        padding: 8px 10px;
        font: 400 var(--portal-text-small) / 20px var(--portal-font-mono);
      }
      ol {
        min-width: 3ch;
        color: var(--portal-color-text-muted);
        list-style: none;
        text-align: right;
        user-select: none;
      }
      ol .faulty {
        color: var(--portal-color-danger);
        font-weight: 700;
      }
      textarea.mono {
        border: 0;
        border-left: 1px solid var(--portal-color-border) !important;
        border-radius: 0;
        background: none;
        white-space: pre;
        overflow: auto hidden;
        resize: none;
        tab-size: 2;
      }
      .faults {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      .faults button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  @property() value = '';
  @property({attribute: false}) faults: readonly LineFault[] = [];

  @query('textarea') private readonly area!: HTMLTextAreaElement;

  /** Puts the cursor into the line. */
  override focus(options?: FocusOptions, line = this.faults[0]?.line ?? 1): void {
    const lines = this.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    this.area.focus(options);
    this.area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  }

  protected override render(): TemplateResult {
    const count = this.value.split('\n').length;
    const faulty = new Set(this.faults.map(({line}) => line));
    const isFaulty = this.faults.length > 0;
    return html`
      <div class="field">
        <label for="yaml">${this.text('yaml.label')}</label>
        <div class="editor">
          <ol aria-hidden="true">
            ${Array.from({length: count}, (_, at) => html`<li class=${faulty.has(at + 1) ? 'faulty' : ''}>${at + 1}</li>`)}
          </ol>
          <textarea
            id="yaml"
            class="mono"
            rows=${count + 1}
            .value=${this.value}
            spellcheck="false"
            autocomplete="off"
            autocapitalize="off"
            wrap="off"
            aria-invalid=${isFaulty ? 'true' : nothing}
            aria-describedby=${isFaulty ? 'yaml-hint yaml-faults' : 'yaml-hint'}
            @input=${({target}: InputEvent) => this.#change((target as HTMLTextAreaElement).value)}
          ></textarea>
        </div>
        <p class="hint" id="yaml-hint">${this.text('yaml.hint')}</p>
        <div id="yaml-faults" role="alert">
          ${
            isFaulty
              ? html`<ul class="faults">
                  ${this.faults.map(
                    ({line, text}) =>
                      html`<li class="fault">
                        <button type="button" @click=${() => this.focus({}, line)}>
                          ${this.text('yaml.line', {line})}
                        </button>
                        ${text}
                      </li>`,
                  )}
                </ul>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #change(detail: string): void {
    this.dispatchEvent(new CustomEvent<string>('change', {detail}));
  }
}

export function defineYamlFields(): void {
  defineElement('components-yaml-fields', YamlFields);
}
