import {css} from 'lit';

export const userMenuStyles = css`
  :host {
    display: block;
  }

  .trigger {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--portal-color-accent-soft);
    color: var(--portal-color-accent);
    font: 600 var(--portal-text-small) / 1 var(--portal-font);
    cursor: pointer;
  }

  .trigger:hover {
    box-shadow: 0 0 0 2px color-mix(in oklab, var(--portal-color-accent) 40%, transparent);
  }

  [popover] {
    width: 240px;
    overflow-y: auto;
  }

  .person {
    padding: 8px;
    border-bottom: 1px solid var(--portal-color-border);
    overflow-wrap: anywhere;
  }

  .person-name {
    font-weight: 600;
  }

  .group-name {
    padding: 8px 8px 4px;
    color: var(--portal-color-text-muted);
  }

  .choice > .icon {
    color: var(--portal-color-text-muted);
  }

  .last {
    margin-top: 4px;
    padding-top: 4px;
    border-top: 1px solid var(--portal-color-border);
  }

  @media (pointer: coarse) {
    .trigger {
      width: 40px;
      height: 40px;
    }
  }

  @media (forced-colors: active) {
    .trigger {
      border: 1px solid;
    }
  }
`;
