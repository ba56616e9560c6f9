import {css} from 'lit';

/** The body keeps its height through loading, chart, table and failure, so that nothing below it moves. */
export const chartPanelStyles = css`
  :host {
    display: block;
    --chart-height: 280px;
  }
  .card {
    height: 100%;
  }
  .card-header {
    flex-wrap: wrap;
    min-height: 64px;
    border-bottom: 0;
    padding-bottom: 0;
  }
  .about {
    flex: 1;
    min-width: 200px;
  }
  .about h2 {
    font-size: var(--portal-text-body);
  }
  .about p {
    font-size: var(--portal-text-small);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 8px 16px 0;
    list-style: none;
    font-size: var(--portal-text-small);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .body {
    position: relative;
    flex: 1 0 var(--chart-height);
    min-height: var(--chart-height);
    padding: 8px 16px 16px;
  }
  /* Not in the flow: what is shown never changes the height. */
  .body > * {
    position: absolute;
    inset: 8px 16px 16px;
    width: auto;
    height: auto;
    border-radius: var(--portal-radius-small);
  }
  .body > .state {
    padding: 0;
    overflow: auto;
  }
  @media print {
    .card {
      break-inside: avoid;
      box-shadow: none;
    }
    button,
    ::slotted([slot='actions']) {
      display: none;
    }
  }
`;
