import {css} from 'lit';

export const inboxStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    font-size: var(--portal-text-small);
  }

  .head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 48px;
    padding: 4px 8px 4px 16px;
    border-bottom: 1px solid var(--portal-color-border);
  }

  h2 {
    font-size: var(--portal-text-body);
  }

  ul {
    margin: 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
    scrollbar-width: thin;
  }

  li {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px 8px 12px 16px;
    border-bottom: 1px solid var(--portal-color-border);
  }

  li:last-child {
    border-bottom: 0;
  }

  .kind {
    display: inline-flex;
    margin-top: 1px;
  }

  .success {
    color: var(--portal-color-success);
  }

  .info {
    color: var(--portal-color-info);
  }

  .warning {
    color: var(--portal-color-warning);
  }

  .error {
    color: var(--portal-color-danger);
  }

  .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .title {
    font-weight: 400;
  }

  .unread .title {
    font-weight: 600;
  }

  button.title {
    padding: 0;
    border: 0;
    background: none;
    color: var(--portal-color-accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .unread button.title {
    font-weight: 600;
  }

  .meta {
    margin-top: 2px;
    color: var(--portal-color-text-muted);
  }

  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    margin: 5px 2px 0;
    border-radius: 50%;
    background: var(--portal-color-accent);
  }

  .empty {
    padding: 40px 24px;
    text-align: center;
  }

  .empty p + p {
    margin-top: 4px;
    color: var(--portal-color-text-muted);
  }

  .skeletons {
    padding: 16px;
  }
`;
