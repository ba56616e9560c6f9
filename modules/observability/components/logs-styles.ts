/** Looks of the logs, on a page and in a tab. The list takes what height there is and scrolls by itself. */
export const logsStyles = /* css */ `
  :host {
    display: block;
    min-width: 0;
  }

  .logs {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
  }

  .page.logs {
    box-sizing: border-box;
    max-width: none;
    height: calc(100dvh - var(--portal-bar-height));
    min-height: 480px;
    padding-bottom: 16px;
  }

  .logs.tab {
    height: max(420px, calc(100dvh - 320px));
  }

  .page-header {
    gap: 4px 12px;
    min-height: 32px;
  }

  .page-header > :first-child {
    flex: none;
  }

  .page-header .place-name {
    margin: 2px 0 0;
    font-size: var(--portal-text-body);
  }

  .toolbar .search {
    position: relative;
    display: block;
    flex: 1 1 240px;
    max-width: 480px;
  }

  .toolbar .search .icon {
    position: absolute;
    inset: 8px auto auto 10px;
    color: var(--portal-color-text-muted);
    pointer-events: none;
  }

  .toolbar .search input[type='search'] {
    max-width: none;
    padding-inline-start: 34px;
  }

  .levels {
    display: inline-flex;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-raised);
    box-shadow: var(--portal-shadow);
    overflow: hidden;
  }

  .level-choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 30px;
    padding: 0 10px;
    border: 0;
    border-inline-start: 1px solid var(--portal-color-border);
    background: none;
    color: var(--portal-color-text-muted);
    font: 500 var(--portal-text-small) / 1.2 var(--portal-font);
    cursor: pointer;
  }

  .level-choice:first-child {
    border-inline-start: 0;
  }

  .level-choice:hover {
    background: var(--portal-color-hover);
    color: var(--portal-color-text);
  }

  .level-choice:focus-visible {
    outline-offset: -2px;
  }

  .level-choice[aria-pressed='true'] {
    background: var(--level-soft);
    color: var(--level-color);
  }

  .error {
    --level-color: var(--portal-color-danger);
    --level-soft: var(--portal-color-danger-soft);
  }

  .warn {
    --level-color: var(--portal-color-warning);
    --level-soft: var(--portal-color-warning-soft);
  }

  .info {
    --level-color: var(--portal-color-info);
    --level-soft: var(--portal-color-info-soft);
  }

  .debug,
  .plain {
    --level-color: var(--portal-color-text-muted);
    --level-soft: var(--portal-color-hover);
  }

  .level-choice .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--level-color);
    forced-color-adjust: none;
  }

  .button[aria-pressed='true'] {
    border-color: var(--portal-color-accent);
    background: var(--portal-color-accent-soft);
    color: var(--portal-color-accent);
  }

  .moments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .moments input {
    width: auto !important;
    font-size: var(--portal-text-small) !important;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 28px;
    font-size: var(--portal-text-small);
  }

  .status .spacer {
    flex: 1;
  }

  .live.on {
    border-color: color-mix(in oklab, var(--portal-color-success) 45%, transparent);
    color: var(--portal-color-success);
  }

  .live.on::after {
    content: '';
    width: 7px;
    height: 7px;
    margin-inline-start: 2px;
    border-radius: 50%;
    background: currentcolor;
    animation: portal-breathe 1.6s ease-in-out infinite;
  }

  .list-frame {
    position: relative;
    display: flex;
    flex: 1;
    min-height: 0;
  }

  .list {
    flex: 1;
    min-width: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    background: var(--portal-color-surface);
    font: 400 var(--portal-text-small) / 18px var(--portal-font-mono);
  }

  .list:focus-visible {
    outline-offset: -2px;
  }

  .rows {
    position: relative;
  }

  .place {
    position: absolute;
    inset: 0 0 auto;
  }

  .row {
    display: grid;
    grid-template-columns: auto 46px minmax(0, 1fr);
    gap: 0 12px;
    min-height: 26px;
    padding: 4px 12px 4px 10px;
    border-inline-start: 3px solid var(--level-color);
    cursor: pointer;
  }

  .row:has(.source) {
    grid-template-columns: auto 46px minmax(96px, 232px) minmax(0, 1fr);
  }

  .row.debug,
  .row.info,
  .row.plain {
    border-inline-start-color: transparent;
  }

  .row.error,
  .row.warn {
    background: color-mix(in oklab, var(--level-soft) 50%, transparent);
  }

  .row:hover {
    background: var(--portal-color-hover);
  }

  .row.open {
    border-block: 1px solid var(--portal-color-border);
    background: var(--portal-color-bg);
  }

  .row.linked {
    background: var(--portal-color-accent-soft);
    border-inline-start-color: var(--portal-color-accent);
  }

  .list:focus-visible .row.active {
    outline: 2px solid var(--portal-color-focus);
    outline-offset: -2px;
  }

  .row .time,
  .row .source {
    color: var(--portal-color-text-muted);
    white-space: nowrap;
  }

  .row .source {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .row .level {
    color: var(--level-color);
    font-weight: 600;
  }

  .row .text {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
  }

  .row.debug .text {
    color: var(--portal-color-text-muted);
  }

  .wrap .row .text,
  .row.open .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  mark {
    border-radius: 2px;
    background: var(--portal-color-warning-soft);
    color: var(--portal-color-warning);
    font-weight: 600;
  }

  .details {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px 24px;
    padding: 10px 0 8px;
    font-family: var(--portal-font);
    cursor: auto;
  }

  .details dl {
    display: grid;
    gap: 4px;
    min-width: 0;
  }

  .details dl > div {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    gap: 12px;
  }

  .details dt {
    color: var(--portal-color-text-muted);
  }

  .details dd {
    overflow-wrap: anywhere;
  }

  .end {
    padding: 12px;
    color: var(--portal-color-text-muted);
    font: 400 var(--portal-text-small) / 1.4 var(--portal-font);
    text-align: center;
  }

  .waiting {
    position: absolute;
    z-index: 1;
    inset: 12px auto auto 50%;
    translate: -50%;
    border-color: transparent;
    border-radius: 14px;
    background: var(--portal-color-accent);
    color: var(--portal-color-accent-text);
    box-shadow: var(--portal-shadow-overlay);
  }

  .waiting:hover {
    background: color-mix(in oklab, var(--portal-color-accent) 88%, var(--portal-color-text));
  }

  .bones {
    display: grid;
    align-content: start;
    flex: 1;
    gap: 12px;
    padding: 14px;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    background: var(--portal-color-surface);
  }

  .state {
    flex: 1;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    background: var(--portal-color-surface);
  }

  @media (width < 768px) {
    .page.logs {
      height: auto;
      min-height: 0;
    }

    .page.logs .list-frame {
      flex: none;
      height: 72dvh;
    }

    .toolbar .search {
      flex-basis: 100%;
      max-width: none;
    }

    .toolbar .wrap-choice {
      display: none;
    }

    .levels {
      flex: 1 1 100%;
    }

    .level-choice {
      flex: 1;
      justify-content: center;
      padding: 0 4px;
    }

    .toolbar select {
      flex: 1 1 120px;
    }

    .row,
    .row:has(.source) {
      grid-template-columns: auto 46px minmax(0, 1fr);
      gap: 0 8px;
    }

    .row .text {
      grid-column: 1 / -1;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  }

  @media (pointer: coarse) {
    .level-choice {
      min-height: 38px;
    }
  }

  @media (forced-colors: active) {
    .row.linked,
    .level-choice[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;
