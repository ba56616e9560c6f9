import {css} from 'lit';

/** A detail page: `.heading` with a badge, `.cards` in two columns, one on a phone, and `dl`s of names and values in them. */
export const factStyles = css`
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
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

  @media (width < 768px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
