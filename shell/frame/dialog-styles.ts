import {css} from 'lit';

/** A modal `dialog` with a `form` in it: heading, `#text`, what is asked, `.actions`. */
export const dialogStyles = css`
  dialog {
    width: min(440px, calc(100vw - 32px));
    padding: 0;
    border: 0;
    border-radius: 12px;
    background: var(--portal-color-raised);
    color: var(--portal-color-text);
    box-shadow: var(--portal-shadow-overlay);
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: var(--portal-color-backdrop);
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 20px;
  }

  #text {
    color: var(--portal-color-text-muted);
    white-space: pre-line;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 8px;
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }
  }
`;
