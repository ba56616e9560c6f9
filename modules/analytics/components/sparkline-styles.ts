import {css} from 'lit';

export const sparklineStyles = css`
  .sparkline {
    display: block;
    width: 100%;
    height: 32px;
    overflow: visible;
  }
  .sparkline polyline {
    fill: none;
    stroke: var(--portal-color-accent);
    stroke-width: 1.5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .sparkline polygon {
    fill: var(--portal-color-accent);
    opacity: 0.1;
  }
`;
