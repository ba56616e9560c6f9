import {css} from 'lit';

/** What uPlot's own style sheet is for, as far as it is used, and the tooltip. */
export const heavyChartStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
  }
  /* Paper is white whatever the theme: the colours are read again when printing begins. */
  :host([printing]) {
    color-scheme: light;
  }
  .plot {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: var(--portal-radius-small);
    cursor: crosshair;
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  canvas {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
  }
  .u-axis,
  .u-select {
    position: absolute;
    pointer-events: none;
  }
  .u-cursor-x,
  .u-cursor-y {
    position: absolute;
    inset: 0 auto auto 0;
    pointer-events: none;
  }
  .u-hz .u-cursor-x {
    height: 100%;
    border-inline-end: 1px dashed var(--portal-color-border-strong);
  }
  .u-cursor-pt {
    position: absolute;
    inset: 0 auto auto 0;
    border: 2px solid var(--portal-color-surface) !important;
    border-radius: 50%;
    pointer-events: none;
  }
  .u-off {
    display: none;
  }
  .column {
    position: absolute;
    border-radius: 4px;
    background: var(--portal-color-text);
    opacity: 0.05;
    pointer-events: none;
  }
  .tooltip {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 1;
    min-width: 120px;
    max-width: min(280px, 100%);
    padding: 8px 12px;
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-raised);
    box-shadow: var(--portal-shadow-overlay);
    font-size: var(--portal-text-small);
    pointer-events: none;
  }
  .tooltip .values {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 8px;
    margin-top: 4px;
  }
  .tooltip .name {
    overflow: hidden;
    color: var(--portal-color-text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tooltip b {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .tooltip .sum {
    grid-column: 2;
  }
  .probes {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
  }
  .probes span {
    forced-color-adjust: none;
    color: var(--tone);
  }
  .probes .soft {
    color: color-mix(in srgb, var(--tone) 22%, transparent);
  }
  .probes .none {
    color: color-mix(in srgb, var(--tone) 2%, transparent);
  }
  .probes .text {
    --tone: var(--portal-color-text-muted);
  }
  .probes .line {
    --tone: var(--portal-color-border);
  }
  .probes .surface {
    --tone: var(--portal-color-surface);
  }
  @media (forced-colors: active) {
    .tooltip {
      border: 1px solid;
    }
    .probes :is(.text, .line) {
      --tone: CanvasText;
    }
    .probes .surface {
      --tone: Canvas;
    }
  }
`;
