import {css} from 'lit';

/** Keys as they are drawn by `drawKeys`. */
export const keyStyles = css`
  .shortcut {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
  }

  kbd {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 20px;
    height: 20px;
    padding: 0 5px;
    border: 1px solid var(--portal-color-border);
    border-radius: 4px;
    background: var(--portal-color-surface);
    color: var(--portal-color-text-muted);
    font: 500 12px/1 var(--portal-font);
  }
`;
