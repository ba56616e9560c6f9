import {css} from 'lit';

/** Same box as `nav-skeleton` in `styles/critical.css`. */
export const sidebarStyles = css`
  :host {
    position: sticky;
    top: var(--portal-bar-height);
    z-index: 2;
    grid-area: side;
    align-self: start;
  }

  .beside {
    display: flex;
    flex-direction: column;
    height: calc(100dvh - var(--portal-bar-height));
    border-inline-end: 1px solid var(--portal-color-border);
    background: var(--portal-color-surface);
  }

  .foot {
    display: flex;
    justify-content: flex-end;
    padding: 8px 12px;
  }

  .foot.narrow {
    justify-content: center;
  }

  dialog {
    width: min(320px, calc(100vw - 48px));
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--portal-color-surface);
    color: var(--portal-color-text);
    box-shadow: var(--portal-shadow-overlay);
    transition: translate 0.16s ease-out;
  }

  @starting-style {
    dialog[open] {
      translate: -100% 0;
    }
  }

  dialog::backdrop {
    background: var(--portal-color-backdrop);
  }

  .drawer {
    display: flex;
    flex-direction: column;
    height: 100%;
  }

  .drawer-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    height: var(--portal-bar-height);
    padding: 0 8px 0 16px;
  }

  .drawer-choices {
    display: grid;
    gap: 16px;
    padding: 4px 16px 16px;
    border-bottom: 1px solid var(--portal-color-border);
  }

  @media (width < 768px) {
    :host {
      position: static;
    }
  }
`;
