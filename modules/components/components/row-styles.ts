import {css} from 'lit';

/** Rows of a small card: what it is, where it stands, how it is. */
export const rowStyles = css`
  li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto;
    align-items: center;
    gap: 16px;
    min-height: 44px;
  }
  li + li {
    border-top: 1px solid var(--portal-color-border);
  }
  li > p,
  li > .muted {
    overflow: hidden;
    font-size: var(--portal-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  strong {
    font-weight: 500;
    font-size: var(--portal-text-body);
  }
`;
