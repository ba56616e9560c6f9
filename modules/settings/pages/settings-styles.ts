import {css} from 'lit';

/** Links at the side, above on a phone; the settings beside them. */
export const settingsStyles = css`
  .columns {
    display: grid;
    grid-template-columns: 200px minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  nav {
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  nav a {
    padding: 6px 12px;
    border-radius: var(--portal-radius-small);
    color: var(--portal-color-text-muted);
    font-weight: 500;
  }
  nav a:hover {
    background: var(--portal-color-hover);
    text-decoration: none;
  }
  nav a[aria-current] {
    background: var(--portal-color-accent-soft);
    color: var(--portal-color-accent);
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-width: 0;
  }
  .fields > * + * {
    margin-top: 16px;
    padding-top: 16px;
    border-top: 1px solid var(--portal-color-border);
  }
  @media (width < 768px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    nav {
      flex-direction: row;
      overflow-x: auto;
    }
    nav a {
      flex: none;
    }
  }
`;
