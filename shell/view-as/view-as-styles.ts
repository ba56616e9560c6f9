import {css} from 'lit';

export const viewAsStyles = css`
  dialog {
    width: min(520px, calc(100vw - 32px));
    max-height: min(680px, calc(100dvh - 32px));
  }

  fieldset {
    display: flex;
    flex-direction: column;
    margin: 0;
    padding: 0;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    overflow: hidden;
  }

  .choice {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 10px 12px;
    font-weight: 400;
    cursor: pointer;
  }

  .choice input {
    flex: none;
    margin-top: 3px;
  }

  .choice + .choice {
    border-top: 1px solid var(--portal-color-border);
  }

  .choice:hover {
    background: var(--portal-color-hover);
  }

  .choice:has(:checked) {
    background: var(--portal-color-accent-soft);
  }

  .choice:has(:focus-visible) {
    outline: 2px solid var(--portal-color-focus);
    outline-offset: -2px;
  }

  .role {
    display: grid;
    gap: 2px;
  }

  .name {
    font-size: var(--portal-text-body);
    font-weight: 600;
  }

  .fault {
    color: var(--portal-color-danger);
  }
`;
