import {css} from 'lit';

/** Same box as `bar-skeleton` in `styles/critical.css`. */
export const topBarStyles = css`
  :host {
    position: sticky;
    top: 0;
    z-index: 3;
    grid-area: bar;
    min-width: 0;
  }

  header {
    display: flex;
    align-items: center;
    gap: 8px;
    height: var(--portal-bar-height);
    padding: 0 16px;
    border-bottom: 1px solid var(--portal-color-border);
    background: var(--portal-color-surface);
  }

  .brand {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    /* The selectors begin where the page does. */
    width: calc(var(--portal-sidebar-width) - 8px);
    border-radius: var(--portal-radius-small);
    color: var(--portal-color-text);
    font-size: var(--portal-text-body);
    font-weight: 600;
    letter-spacing: -0.01em;
  }

  .brand:hover {
    text-decoration: none;
  }

  /* Set by the page's own style sheet where the sidebar is narrow. */
  .brand-name {
    display: var(--portal-brand-name, inline);
  }

  portal-scope {
    flex: 0 1 auto;
  }

  .gap {
    flex: 1;
  }

  /* These keep their places until their code is there. */
  portal-search-button {
    flex: 0 1 220px;
    min-width: 32px;
    height: 32px;
  }

  portal-inbox {
    flex: none;
    width: 32px;
    height: 32px;
  }

  portal-user-menu {
    margin-inline-start: 4px;
  }

  .here {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 40px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--portal-radius-small);
    background: none;
    color: inherit;
    font: 400 var(--portal-text-small) / 1.35 var(--portal-font);
    text-align: start;
    justify-content: center;
    cursor: pointer;
  }

  .here > :not(.visually-hidden) {
    overflow: hidden;
    max-width: 100%;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .here .perspective {
    color: var(--portal-color-text-muted);
  }

  .here .scope {
    font-weight: 500;
  }

  @media (width < 768px) {
    header {
      gap: 4px;
      padding: 0 12px 0 8px;
    }

    .brand {
      width: auto;
    }

    portal-search-button,
    portal-inbox {
      flex: none;
      width: 40px;
      height: 40px;
    }
  }

  @media (768px <= width < 1360px) {
    portal-search-button {
      flex: none;
      width: 32px;
    }
  }

  @media (768px <= width < 1024px) {
    .brand {
      width: auto;
    }

    .brand-name {
      display: none;
    }
  }
`;
