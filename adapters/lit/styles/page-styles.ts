import {css} from 'lit';

/** `.page` with `.page-header` (heading, text, `.actions`), `.toolbar`, and `.tabs` of links or buttons. */
export const pageStyles = css`
  .page {
    display: flex;
    flex-direction: column;
    gap: 16px;
    max-width: 1280px;
    margin: 0 auto;
    padding: 24px;
  }

  .page-header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-height: 40px;
  }

  .page-header > :first-child {
    flex: 1 1 240px;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .page-header p {
    margin-top: 2px;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-body);
  }

  .actions,
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .toolbar input[type='search'] {
    flex: 1 1 200px;
    max-width: 320px;
  }

  .toolbar select {
    width: auto;
    max-width: 100%;
  }

  .toolbar .spacer {
    flex: 1;
  }

  .tabs {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    border-bottom: 1px solid var(--portal-color-border);
    scrollbar-width: none;
  }

  .tabs > * {
    flex: none;
    margin-bottom: -1px;
    padding: 8px 12px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--portal-color-text-muted);
    font: 500 var(--portal-text-small) / 20px var(--portal-font);
    text-decoration: none;
    cursor: pointer;
  }

  .tabs > :hover {
    color: var(--portal-color-text);
    text-decoration: none;
  }

  .tabs > :focus-visible {
    outline-offset: -2px;
  }

  .tabs > :is([aria-current='page'], [aria-selected='true']) {
    border-bottom-color: var(--portal-color-accent);
    color: var(--portal-color-text);
  }

  @media (width < 768px) {
    .page {
      padding: 16px;
    }
  }
`;
