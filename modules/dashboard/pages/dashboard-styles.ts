import {css} from 'lit';

/** Twelve columns on a wide page, six on a narrow one, one on a phone; rows keep their height from the first paint. */
export const dashboardStyles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    grid-auto-rows: 88px;
    gap: 16px;
  }
  .card {
    display: flex;
    flex-direction: column;
    min-width: 0;
    grid-column: span 12;
    grid-row: span 2;
  }
  .card-body {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  /* A card fills its place, so that what is in it can share the height. */
  .card-body > * {
    height: 100%;
  }
  .columns-3 {
    grid-column: span 3;
  }
  .columns-4 {
    grid-column: span 4;
  }
  .columns-6 {
    grid-column: span 6;
  }
  .columns-8 {
    grid-column: span 8;
  }
  .rows-1 {
    grid-row: span 1;
  }
  .rows-3 {
    grid-row: span 3;
  }
  .rows-4 {
    grid-row: span 4;
  }
  .rows-5 {
    grid-row: span 5;
  }
  .rows-6 {
    grid-row: span 6;
  }
  @media (max-width: 1100px) {
    .card {
      grid-column: span 12;
    }
    .columns-3,
    .columns-4,
    .columns-6 {
      grid-column: span 6;
    }
  }
  @media (max-width: 767px) {
    .grid > .card {
      grid-column: span 12;
    }
  }
`;
