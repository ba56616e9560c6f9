import {css} from 'lit';

/** `.badge` with `.success`, `.warning`, `.danger`, `.info` or `.neutral`; `.dot` inside it or alone. Always with words. */
export const badgeStyles = css`
  .badge {
    --badge-color: var(--portal-color-text-muted);
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: 22px;
    padding: 0 8px;
    border-radius: 11px;
    background: var(--portal-color-hover);
    color: var(--badge-color);
    font-size: var(--portal-text-small);
    font-weight: 500;
    line-height: 1;
    white-space: nowrap;
  }

  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--badge-color, var(--portal-color-text-muted));
    forced-color-adjust: none;
  }

  .success {
    --badge-color: var(--portal-color-success);
  }

  .warning {
    --badge-color: var(--portal-color-warning);
  }

  .danger {
    --badge-color: var(--portal-color-danger);
  }

  .info {
    --badge-color: var(--portal-color-info);
  }

  .badge.success {
    background: var(--portal-color-success-soft);
  }

  .badge.warning {
    background: var(--portal-color-warning-soft);
  }

  .badge.danger {
    background: var(--portal-color-danger-soft);
  }

  .badge.info {
    background: var(--portal-color-info-soft);
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
