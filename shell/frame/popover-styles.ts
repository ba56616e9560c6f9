import {css} from 'lit';

/** Panels of the frame: in the top layer, placed by `placeBelow`. */
export const popoverStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    width: 280px;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 4px;
    overflow: hidden;
    border: 0;
    border-radius: var(--portal-radius);
    background: var(--portal-color-raised);
    color: var(--portal-color-text);
    font: 400 var(--portal-text-small) / 1.4 var(--portal-font);
    box-shadow: var(--portal-shadow-overlay);
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    border: 0;
    border-radius: var(--portal-radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .choice > .grow {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .choice:hover,
  .choice:focus-visible {
    background: var(--portal-color-hover);
  }

  .choice:focus-visible {
    outline-offset: -2px;
  }

  .choice.active {
    background: var(--portal-color-accent-soft);
    box-shadow: inset 2px 0 var(--portal-color-accent);
  }

  .tick {
    display: inline-flex;
    width: 16px;
    color: var(--portal-color-accent);
  }

  @media (forced-colors: active) {
    [popover] {
      border: 1px solid;
    }

    .choice.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media (pointer: coarse) {
    .choice {
      min-height: 44px;
    }
  }
`;
