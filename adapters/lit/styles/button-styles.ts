import {css} from 'lit';

/** `.button` (also on links) with `.primary`, `.danger`, `.ghost`, `.icon-only`, `.small`, `.large`. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-raised);
    color: var(--portal-color-text);
    font: 500 var(--portal-text-small) / 1.2 var(--portal-font);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    box-shadow: var(--portal-shadow);
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }

  .button:hover {
    border-color: var(--portal-color-border-strong);
    background: var(--portal-color-hover);
    text-decoration: none;
  }

  .button.primary {
    border-color: transparent;
    background: var(--portal-color-accent);
    color: var(--portal-color-accent-text);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--portal-color-accent) 88%, var(--portal-color-text));
  }

  .button.danger {
    border-color: color-mix(in oklab, var(--portal-color-danger) 40%, transparent);
    color: var(--portal-color-danger);
  }

  .button.danger:hover {
    border-color: var(--portal-color-danger);
    background: var(--portal-color-danger-soft);
  }

  .button.primary.danger {
    border-color: transparent;
    background: var(--portal-color-danger);
    color: var(--portal-color-surface);
  }

  .button.primary.danger:hover {
    background: color-mix(in oklab, var(--portal-color-danger) 88%, var(--portal-color-text));
  }

  .button.ghost {
    border-color: transparent;
    background: none;
    box-shadow: none;
    color: var(--portal-color-text-muted);
  }

  .button.ghost:hover {
    background: var(--portal-color-hover);
    color: var(--portal-color-text);
  }

  .button.icon-only {
    width: 32px;
    padding: 0;
  }

  .button.small {
    min-height: 28px;
    padding: 0 8px;
  }

  .button.small.icon-only {
    width: 28px;
    padding: 0;
  }

  .button.large {
    min-height: 40px;
    padding: 0 16px;
    font-size: var(--portal-text-body);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    box-shadow: none;
    cursor: not-allowed;
  }

  @media (pointer: coarse) {
    .button {
      min-height: 40px;
    }

    .button.icon-only {
      width: 40px;
    }
  }
`;
