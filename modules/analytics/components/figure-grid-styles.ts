import {css} from 'lit';

/** Figures beside each other: `.grid` of cards in twelve columns, the growth widest, `.side` beside it. */
export const figureGridStyles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: 16px;
  }
  .grid > * {
    grid-column: span 6;
  }
  .grid > .growth {
    grid-column: span 8;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 16px;
    grid-column: span 4;
  }
  .side > :last-child {
    flex: 1;
  }
  .card-header {
    min-height: 0;
    border-bottom: 0;
    padding: 16px 16px 0;
  }
  .card-body {
    padding-top: 12px;
  }
  .card-body > .bone {
    width: 100%;
    height: 176px;
  }
  .card-body .state {
    padding: 16px 0;
  }
  .more {
    display: inline-block;
    margin-top: 8px;
    font-size: var(--portal-text-small);
  }
  .footnote {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }
  @media (width < 1100px) {
    .grid > *,
    .grid > .growth,
    .grid > .side {
      grid-column: span 12;
    }
  }
`;
