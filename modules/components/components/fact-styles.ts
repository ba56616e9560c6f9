import {css} from 'lit';

/** A list of names and values, and the cards of a detail page that hold such lists. */
export const factStyles = css`
  .overview {
    display: flex;
    flex-direction: column;
    gap: 16px;
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
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  @media (width < 768px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
