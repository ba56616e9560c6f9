import {css} from 'lit';

/** What the page of a module has beside facts. */
export const detailStyles = css`
  .labels {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .items {
    list-style: none;
  }
  .items li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    padding: 4px 0;
    overflow-wrap: anywhere;
  }
  .label {
    padding: 1px 6px;
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-hover);
  }
  .problem,
  .unknown {
    padding: 12px 16px;
    border: 1px solid var(--portal-color-danger);
    border-radius: var(--portal-radius);
    background: var(--portal-color-danger-soft);
  }
  .unknown {
    border-color: var(--portal-color-warning);
    background: var(--portal-color-warning-soft);
  }
  .problem ul,
  .unknown ul {
    margin-top: 8px;
    padding-inline-start: 20px;
  }
`;
