import {css} from 'lit';

/** Sections of a form, fields in two columns where there is room, buttons at the end. */
export const formLayoutStyles = css`
  :host {
    display: block;
  }
  form,
  .parts {
    display: flex;
    flex-direction: column;
    gap: 24px;
    max-width: 840px;
  }
  /* A field that is focused must not hide under the bar that stays at the top. */
  input,
  select,
  textarea {
    scroll-margin-block: 96px;
  }
  .parts[hidden] {
    display: none;
  }
  .switch {
    display: flex;
    gap: 4px;
    align-self: flex-start;
  }
  .switch [aria-pressed='true'] {
    border-color: var(--portal-color-accent);
    background: var(--portal-color-accent-soft);
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .section {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
  }
  .unsupported {
    margin-top: 12px;
  }
  .banner {
    padding: 12px 16px;
    border: 1px solid var(--portal-color-danger);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-danger-soft);
    color: var(--portal-color-danger);
  }
  @media (width < 768px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
