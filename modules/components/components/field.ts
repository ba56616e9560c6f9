import {html, nothing, type TemplateResult} from 'lit';

export interface FieldParts {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly required?: boolean;
  /** What is said beside the label of a field that may stay empty. */
  readonly optional?: string | undefined;
  readonly disabled?: boolean;
}

/** A line of text. Needs `formStyles`. */
export function textField(
  parts: FieldParts & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url';
    readonly placeholder?: string;
    readonly mono?: boolean;
  },
): TemplateResult {
  return frame(
    parts,
    html`<input
      id=${parts.id}
      name=${parts.id}
      class=${parts.mono ? 'mono' : nothing}
      .value=${parts.value}
      inputmode=${parts.inputMode ?? nothing}
      placeholder=${parts.placeholder ?? nothing}
      autocomplete="off"
      spellcheck=${parts.mono ? 'false' : nothing}
      ?disabled=${parts.disabled}
      aria-required=${parts.required ? 'true' : nothing}
      aria-invalid=${parts.fault ? 'true' : nothing}
      aria-describedby=${describedBy(parts)}
      @input=${({target}: InputEvent) => parts.onInput((target as HTMLInputElement).value)}
    />`,
  );
}

/** Several lines of text. Needs `formStyles`. */
export function longTextField(
  parts: FieldParts & {readonly value: string; readonly onInput: (value: string) => void},
): TemplateResult {
  return frame(
    parts,
    html`<textarea
      id=${parts.id}
      name=${parts.id}
      .value=${parts.value}
      aria-invalid=${parts.fault ? 'true' : nothing}
      aria-describedby=${describedBy(parts)}
      @input=${({target}: InputEvent) => parts.onInput((target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

/** One of a few. Needs `formStyles`. */
export function choiceField(
  parts: FieldParts & {
    readonly value: string;
    readonly options: readonly {readonly value: string; readonly label: string}[];
    readonly onInput: (value: string) => void;
    /** Shown while nothing is chosen; without it the first option is. */
    readonly placeholder?: string | undefined;
  },
): TemplateResult {
  return frame(
    parts,
    html`<select
      id=${parts.id}
      name=${parts.id}
      ?disabled=${parts.disabled}
      aria-required=${parts.required ? 'true' : nothing}
      aria-invalid=${parts.fault ? 'true' : nothing}
      aria-describedby=${describedBy(parts)}
      @change=${({target}: Event) => parts.onInput((target as HTMLSelectElement).value)}
    >
      ${
        parts.placeholder === undefined
          ? nothing
          : html`<option value="" ?selected=${parts.value === ''}>${parts.placeholder}</option>`
      }
      ${parts.options.map(
        ({value, label}) => html`<option value=${value} ?selected=${value === parts.value}>${label}</option>`,
      )}
    </select>`,
  );
}

/** Yes or no. Needs `formStyles`. */
export function switchField(
  parts: FieldParts & {readonly value: boolean; readonly onInput: (value: boolean) => void},
): TemplateResult {
  return html`
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          id=${parts.id}
          name=${parts.id}
          .checked=${parts.value}
          aria-describedby=${describedBy(parts)}
          @change=${({target}: Event) => parts.onInput((target as HTMLInputElement).checked)}
        />
        ${parts.label}
      </label>
      ${notes(parts)}
    </div>
  `;
}

function frame(parts: FieldParts, control: TemplateResult): TemplateResult {
  return html`
    <div class="field">
      <label for=${parts.id}
        >${parts.label}${parts.optional ? html` <span class="hint">${parts.optional}</span>` : nothing}</label
      >
      ${control}${notes(parts)}
    </div>
  `;
}

function notes({id, hint, fault}: FieldParts): TemplateResult {
  return html`
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
  `;
}

function describedBy({id, hint, fault}: FieldParts): string | typeof nothing {
  const ids = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return ids || nothing;
}
