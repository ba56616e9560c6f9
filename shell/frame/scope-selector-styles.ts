import {css} from 'lit';

export const scopeSelectorStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .trigger {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    max-width: 176px;
    min-height: 32px;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: var(--portal-radius-small);
    background: none;
    color: var(--portal-color-text);
    font: 500 var(--portal-text-small) / 1.2 var(--portal-font);
    cursor: pointer;
  }

  .trigger:hover,
  .trigger[aria-expanded='true'] {
    background: var(--portal-color-hover);
  }

  .trigger.unset {
    color: var(--portal-color-text-muted);
    font-weight: 400;
  }

  .trigger:disabled {
    background: none;
    opacity: 0.6;
    cursor: not-allowed;
  }

  .trigger .icon {
    color: var(--portal-color-text-muted);
  }

  .value {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  :host([block]) .trigger {
    max-width: none;
    min-height: 40px;
    border-color: var(--portal-color-border);
    background: var(--portal-color-surface);
  }

  [popover]:popover-open {
    display: flex;
    flex-direction: column;
  }

  [popover] input {
    margin-bottom: 4px;
    font-size: var(--portal-text-small);
  }

  ul {
    max-height: 320px;
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  [aria-selected='true'] {
    font-weight: 500;
  }

  .name {
    max-width: 45%;
    overflow: hidden;
    color: var(--portal-color-text-muted);
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .below {
    color: var(--portal-color-text-muted);
  }

  .below > * {
    padding: 8px;
  }

  .fault {
    overflow-wrap: anywhere;
  }

  .below > .button {
    margin: 0 8px 8px;
    padding: 0 8px;
  }
`;
