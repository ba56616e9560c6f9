import {css} from 'lit';

/** A setting's words at the left, its control at the right; below each other on a phone. */
export const settingStyles = css`
  :host {
    display: block;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 320px);
    gap: 4px 24px;
    align-items: start;
  }
  #label {
    font-size: var(--portal-text-body);
    font-weight: 500;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-weight: 400;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 28px;
  }
  textarea {
    font-family: var(--portal-font-mono);
    font-size: var(--portal-text-small);
  }
  @media (width < 768px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
