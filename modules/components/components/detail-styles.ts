import {css} from 'lit';

/** What the pages of components and projects have beside facts. */
export const detailStyles = css`
  .overview {
    display: flex;
    flex-direction: column;
    gap: 16px;
  }
  .label {
    display: inline-block;
    margin: 0 4px 4px 0;
    padding: 2px 8px;
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-hover);
  }
  .notice {
    padding: 12px 16px;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-warning-soft);
  }
`;
