import {css} from 'lit';

/** Box sizing, type, links, focus: what every element of the portal starts from. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
  }

  h1,
  h2,
  h3 {
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: -0.011em;
    text-wrap: balance;
  }

  h1 {
    font-size: var(--portal-text-title);
  }

  h2 {
    font-size: var(--portal-text-large);
  }

  h3 {
    font-size: var(--portal-text-body);
  }

  a {
    color: var(--portal-color-accent);
    text-decoration: none;
  }

  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  :focus-visible {
    outline: 2px solid var(--portal-color-focus);
    outline-offset: 2px;
  }

  h1:focus-visible,
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  code,
  pre,
  .mono {
    font-family: var(--portal-font-mono);
    font-size: var(--portal-text-small);
  }

  .muted {
    color: var(--portal-color-text-muted);
  }

  .icon {
    flex: none;
    vertical-align: -0.15em;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
    }
  }
`;
