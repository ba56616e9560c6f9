import {css} from 'lit';

/**
 * `.tone-…` for what a colour stands for in charts, bars and legends, as `--tone`. The numbered ones differ in lightness
 * as well as in hue, so that they are told apart with every kind of colour vision and on paper; all have 3:1 on a card.
 */
export const toneStyles = css`
  .tone-1 {
    --tone: var(--portal-color-accent);
  }
  .tone-2 {
    --tone: light-dark(#0f8f86, #56d3c4);
  }
  .tone-3 {
    --tone: light-dark(#c9590f, #f2a35e);
  }
  .tone-4 {
    --tone: light-dark(#8d3fb0, #d39af0);
  }
  .tone-5 {
    --tone: light-dark(#1f5f8b, #6cb6e8);
  }
  .tone-6 {
    --tone: light-dark(#7a6a00, #d9c75a);
  }
  .tone-rest {
    --tone: var(--portal-color-border-strong);
  }
  .tone-ready {
    --tone: light-dark(#0f8f86, #56d3c4);
  }
  .tone-not-ready {
    --tone: light-dark(#c9590f, #f2a35e);
  }
  .tone-pending {
    --tone: var(--portal-color-border-strong);
  }
  .tone-deleting {
    --tone: light-dark(#8d3fb0, #d39af0);
  }
  .swatch {
    flex: none;
    width: 10px;
    height: 10px;
    border-radius: 3px;
    background: var(--tone);
    forced-color-adjust: none;
  }
`;
