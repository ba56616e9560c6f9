import {css} from 'lit';

/** `.banner` across the page: an icon, `.words`, what can be done. */
export const bannerStyles = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 48px;
    padding: 8px 24px;
    border-bottom: 1px solid var(--portal-color-border);
    background: var(--portal-color-warning-soft);
    font-size: var(--portal-text-small);
  }

  .banner > .icon {
    color: var(--portal-color-warning);
  }

  .words {
    flex: 1 1 240px;
  }

  @media (width < 768px) {
    .banner {
      padding: 8px 16px;
    }
  }
`;
