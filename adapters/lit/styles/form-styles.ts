import {css} from 'lit';

/** `.field` around a label, a native control, `.hint` and `.fault`. A control with `aria-invalid="true"` is marked. */
export const formStyles = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }

  label,
  legend {
    padding: 0;
    font-size: var(--portal-text-small);
    font-weight: 500;
  }

  input:not([type='checkbox'], [type='radio'], [type='range']),
  select,
  textarea {
    width: 100%;
    min-height: 32px;
    padding: 5px 10px;
    border: 1px solid var(--portal-color-border-strong);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-surface);
    color: var(--portal-color-text);
    font: 400 var(--portal-text-body) / 1.4 var(--portal-font);
  }

  textarea {
    min-height: 72px;
    resize: vertical;
  }

  input[type='search']::-webkit-search-cancel-button {
    display: none;
  }

  input[type='checkbox'],
  input[type='radio'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--portal-color-accent);
  }

  ::placeholder {
    color: var(--portal-color-text-muted);
    opacity: 1;
  }

  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    border-color: var(--portal-color-focus);
    outline-offset: -1px;
  }

  [aria-invalid='true'] {
    border-color: var(--portal-color-danger) !important;
  }

  input:disabled,
  select:disabled,
  textarea:disabled {
    background: var(--portal-color-hover);
    color: var(--portal-color-text-muted);
    cursor: not-allowed;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .hint {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }

  .fault {
    color: var(--portal-color-danger);
    font-size: var(--portal-text-small);
  }

  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio'], [type='range']),
    select,
    textarea {
      /* Below 16 px, phones zoom into the field. */
      min-height: 40px;
      font-size: 16px;
    }
  }
`;
