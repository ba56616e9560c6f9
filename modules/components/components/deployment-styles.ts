import {css} from 'lit';

/** Environments side by side in the order of their pipeline, under each other where there is no room. */
export const deploymentStyles = css`
  :host {
    display: block;
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 16px;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
    padding: 16px;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius-small);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
  }
  h3 {
    font-size: var(--portal-text-body);
  }
  h3 .badge {
    margin-inline-start: 4px;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 12px;
    align-items: baseline;
    font-size: var(--portal-text-small);
  }
  dt {
    color: var(--portal-color-text-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .why {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-hover);
    font-size: var(--portal-text-small);
    overflow-wrap: anywhere;
  }
  .why.danger {
    background: var(--portal-color-danger-soft);
    color: var(--portal-color-text);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: auto;
  }
  form {
    display: grid;
    gap: 12px;
  }
`;
