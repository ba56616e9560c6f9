import {css} from 'lit';

/** Looks of `emptyState`, `errorState` and `skeleton`. */
export const stateStyles = css`
  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 32px 16px;
    text-align: center;
  }

  .state-icon {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    margin-bottom: 4px;
    border-radius: 50%;
    background: var(--portal-color-hover);
    color: var(--portal-color-text-muted);
  }

  .state.failed .state-icon {
    background: var(--portal-color-danger-soft);
    color: var(--portal-color-danger);
  }

  .state-title {
    font-size: var(--portal-text-body);
    font-weight: 600;
  }

  .state-text {
    max-width: 52ch;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .state-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-top: 8px;
  }

  .state details {
    max-width: 100%;
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }

  .state summary {
    cursor: pointer;
  }

  .state pre {
    max-width: 72ch;
    margin: 8px 0 0;
    padding: 8px 12px;
    overflow: auto;
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-hover);
    text-align: start;
    white-space: pre-wrap;
  }

  .skeleton {
    display: grid;
    gap: 12px 16px;
  }

  .skeleton[data-columns='2'] {
    grid-template-columns: repeat(2, 1fr);
  }

  .skeleton[data-columns='3'] {
    grid-template-columns: repeat(3, 1fr);
  }

  .skeleton[data-columns='4'] {
    grid-template-columns: repeat(4, 1fr);
  }

  .bone {
    height: 14px;
    border-radius: 4px;
    background: var(--portal-color-hover);
    animation: portal-breathe 1.6s ease-in-out infinite;
  }

  .bone:nth-child(3n + 1) {
    width: 72%;
  }

  .bone:nth-child(3n + 2) {
    width: 88%;
  }

  @keyframes portal-breathe {
    50% {
      opacity: 0.45;
    }
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
