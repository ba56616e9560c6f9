import {css} from 'lit';

/** `.card` with `.card-header` and `.card-body`. */
export const cardStyles = css`
  .card {
    display: flex;
    flex-direction: column;
    min-width: 0;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    background: var(--portal-color-surface);
    box-shadow: var(--portal-shadow);
  }

  .card-header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--portal-color-border);
  }

  .card-header > :is(h2, h3) {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: var(--portal-text-body);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .card-body {
    flex: 1;
    min-height: 0;
    padding: 16px;
  }
`;
