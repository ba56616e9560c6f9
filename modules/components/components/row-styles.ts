import {css} from 'lit';

/** Rows of a small card: what it is, where it stands, how it is. */
export const rowStyles = css`
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 168px 156px;
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
  components-status {
    justify-self: end;
  }
  strong {
    font-weight: 500;
    font-size: var(--portal-text-body);
  }
  @media (width < 768px) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      padding: 6px 0;
    }
    li > .muted {
      grid-area: 2 / 1;
    }
    components-status {
      grid-area: 1 / 2 / span 2;
    }
  }
`;
