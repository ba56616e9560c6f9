import {css} from 'lit';

/** Over the page's own looks: handles, the tools of the chosen card, the tray of hidden ones. */
export const layoutEditorStyles = css`
  dashboard-layout-editor {
    display: flex;
    flex-direction: column;
    gap: 16px;
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 12px 16px;
      border: 1px solid var(--portal-color-accent);
      border-radius: var(--portal-radius);
      background: var(--portal-color-accent-soft);
    }
    .bar > div:first-child {
      flex: 1 1 320px;
      min-width: 0;
    }
    .bar h2 {
      font-size: var(--portal-text-body);
    }
    .bar p {
      margin-top: 2px;
      font-size: var(--portal-text-small);
    }
    .card {
      position: relative;
      border-style: dashed;
      border-color: var(--portal-color-border-strong);
      user-select: none;
    }
    .card.chosen {
      border-style: solid;
      border-color: var(--portal-color-accent);
    }
    .card.dragged {
      background: var(--portal-color-accent-soft);
      box-shadow: var(--portal-shadow-overlay);
    }
    .card-header {
      padding: 6px 8px;
    }
    .card-body {
      overflow: hidden;
      opacity: 0.55;
      pointer-events: none;
    }
    .handle {
      flex: none;
      cursor: grab;
      touch-action: none;
    }
    .dragged .handle {
      cursor: grabbing;
    }
    .corner {
      position: absolute;
      inset: auto 0 0 auto;
      width: 28px;
      height: 28px;
      cursor: nwse-resize;
      touch-action: none;
    }
    .corner::after {
      content: '';
      position: absolute;
      inset: auto 6px 6px auto;
      width: 10px;
      height: 10px;
      border: solid var(--portal-color-text-muted);
      border-width: 0 2px 2px 0;
    }
    .tools {
      position: absolute;
      inset: auto 32px 4px 8px;
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      z-index: 1;
    }
    .tray {
      padding: 12px 16px;
    }
    .tray h2 {
      font-size: var(--portal-text-body);
    }
    .tray ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 8px;
      padding: 0;
      list-style: none;
    }
    .tray p {
      margin-top: 4px;
      color: var(--portal-color-text-muted);
    }
    @media (width <= 1100px) {
      .corner {
        cursor: ns-resize;
      }
    }
    @media (pointer: coarse) {
      .tools .button {
        width: 32px;
        min-height: 32px;
      }
    }
  }
`;
