import {css} from 'lit';

/** Rows of a card of what happened: the name and how it is, below it where or why, and when. */
export const activityStyles = css`
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 16px;
    min-height: 56px;
    padding: 6px 0;
  }
  li + li {
    border-top: 1px solid var(--portal-color-border);
  }
  li > :is(a, .muted) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  li > a {
    color: inherit;
    font-weight: 500;
  }
  li > .muted {
    font-size: var(--portal-text-small);
  }
  .badge,
  portal-time {
    justify-self: end;
  }
`;
