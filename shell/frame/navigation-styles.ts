import {css} from 'lit';

export const navigationStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  nav {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 16px;
    min-height: 0;
    padding: 12px;
    overflow-y: auto;
    scrollbar-width: thin;
  }

  .footer {
    margin-top: auto;
  }

  h2 {
    padding: 0 12px 4px;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
    font-weight: 500;
    letter-spacing: 0;
  }

  ul {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 0;
    list-style: none;
  }

  /* What is scrolled away is not drawn: there may be a thousand. */
  .group > ul > li {
    flex: none;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 32px;
  }

  .children {
    margin: 2px 0 0 19px;
    padding-inline-start: 8px;
    border-inline-start: 1px solid var(--portal-color-border);
  }

  .entry {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    padding: 0 12px;
    border-radius: var(--portal-radius-small);
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
    font-weight: 500;
  }

  a.entry:hover:not([aria-current]) {
    background: var(--portal-color-hover);
    color: var(--portal-color-text);
  }

  a.entry:hover {
    text-decoration: none;
  }

  .entry:focus-visible {
    outline-offset: -2px;
  }

  .entry[aria-current] {
    background: var(--portal-color-accent-soft);
    color: var(--portal-color-accent);
  }

  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .count {
    font-variant-numeric: tabular-nums;
  }

  .skeleton {
    padding: 8px 12px;
    gap: 20px;
  }

  :host([narrow]) :is(.name, .count, h2, .children) {
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host([narrow]) .children {
    display: none;
  }

  :host([narrow]) .entry {
    justify-content: center;
    padding: 0;
  }

  :host([narrow]) .group + .group {
    padding-top: 16px;
    border-top: 1px solid var(--portal-color-border);
  }

  @media (forced-colors: active) {
    .entry[aria-current] {
      border: 2px solid Highlight;
    }
  }

  @media (pointer: coarse) {
    .entry {
      min-height: 44px;
    }

    .group > ul > li {
      contain-intrinsic-block-size: auto 44px;
    }
  }
`;
