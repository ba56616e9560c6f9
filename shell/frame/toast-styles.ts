import {css} from 'lit';

export const toastStyles = css`
  :host {
    position: fixed;
    right: 16px;
    bottom: 16px;
    z-index: 9;
    width: min(380px, calc(100vw - 32px));
  }

  section,
  [role] {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  [role]:empty {
    display: none;
  }

  .toast {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 12px 8px 12px 14px;
    border-radius: var(--portal-radius);
    background: var(--portal-color-raised);
    font-size: var(--portal-text-small);
    box-shadow: var(--portal-shadow-overlay);
    transition: translate 0.16s ease-out;
  }

  @starting-style {
    .toast {
      translate: 0 8px;
    }
  }

  .success > .icon {
    color: var(--portal-color-success);
  }

  .info > .icon {
    color: var(--portal-color-info);
  }

  .warning > .icon {
    color: var(--portal-color-warning);
  }

  .error > .icon {
    color: var(--portal-color-danger);
  }

  .words {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .text {
    font-weight: 500;
  }

  .detail {
    color: var(--portal-color-text-muted);
  }

  .words > .button {
    margin-top: 4px;
  }

  .toast > .button {
    margin-block: -4px;
  }

  @media (forced-colors: active) {
    .toast {
      border: 1px solid;
    }
  }
`;
