import {css} from 'lit';

export const paletteStyles = css`
  dialog {
    width: min(640px, calc(100vw - 32px));
    max-width: none;
    height: fit-content;
    max-height: min(560px, 76dvh);
    margin: 12dvh auto auto;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 12px;
    background: var(--portal-color-raised);
    color: var(--portal-color-text);
    box-shadow: var(--portal-shadow-overlay);
    font: 400 var(--portal-text-body) / 1.4 var(--portal-font);
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: appear 0.12s ease-out;
  }

  dialog::backdrop {
    background: var(--portal-color-backdrop);
  }

  @keyframes appear {
    from {
      translate: 0 -6px;
    }
  }

  .search {
    display: flex;
    flex: none;
    align-items: center;
    gap: 12px;
    padding: 0 16px;
    border-bottom: 1px solid var(--portal-color-border);
    color: var(--portal-color-text-muted);
  }

  input {
    flex: 1;
    min-width: 0;
    height: 52px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--portal-color-text);
    font: inherit;
    font-size: var(--portal-text-large);
  }

  /* What is chosen shows where one is: the field has the focus all the time. */
  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--portal-color-text-muted);
    opacity: 1;
  }

  .close {
    display: none;
  }

  .results {
    flex: 1;
    min-height: 0;
    padding: 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .results:not(:has(.group)) {
    flex: none;
    padding: 0;
  }

  .group + .group {
    margin-top: 8px;
  }

  .group-name {
    padding: 4px 8px;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
    font-weight: 500;
  }

  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 36px;
    padding: 4px 8px;
    border-radius: var(--portal-radius-small);
    cursor: pointer;
    scroll-margin: 36px 0 8px;
  }

  .option.active {
    background: var(--portal-color-accent-soft);
  }

  .option[aria-disabled='true'] {
    color: var(--portal-color-text-muted);
    cursor: default;
  }

  .symbol {
    display: inline-flex;
    flex: none;
    width: 16px;
    height: 16px;
    color: var(--portal-color-text-muted);
  }

  .active > .symbol {
    color: var(--portal-color-accent);
  }

  .words {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    min-width: 0;
  }

  .title {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .category,
  .subtitle,
  .note {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }

  .subtitle {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  mark {
    background: none;
    color: var(--portal-color-accent);
    font-weight: 600;
  }

  .remark {
    flex: none;
    padding: 1px 8px;
    border: 1px solid var(--portal-color-border);
    border-radius: 999px;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }

  .note {
    padding: 4px 8px;
  }

  .pending {
    height: 20px;
    margin: 8px;
    border-radius: 4px;
    background: var(--portal-color-hover);
  }

  .empty {
    flex: 1;
    padding: 32px 16px;
    color: var(--portal-color-text-muted);
    text-align: center;
  }

  .hints {
    display: flex;
    flex: none;
    gap: 16px;
    padding: 8px 16px;
    border-top: 1px solid var(--portal-color-border);
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }

  .hints span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }

  @media (pointer: coarse) {
    .option {
      min-height: 44px;
    }
  }

  @media (width < 768px) {
    dialog {
      width: 100vw;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border-radius: 0;
      box-shadow: none;
    }

    .close {
      display: inline-flex;
    }

    .search {
      padding: 0 8px 0 16px;
    }

    .hints,
    .shortcut {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }

    .option.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
