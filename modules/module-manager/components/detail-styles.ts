import {css} from 'lit';

/** Cards of facts in two columns, one on a phone. */
export const detailStyles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
    align-items: start;
  }
  .cards > div {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-width: 0;
  }
  .labels {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(96px, max-content) minmax(0, 1fr);
    gap: 8px 16px;
    align-items: baseline;
  }
  dt {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
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
  @media (width < 768px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
