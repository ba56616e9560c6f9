import {css} from 'lit';

/** On paper: dark on white whatever the theme, and nothing that is only there to be pressed. */
export const printStyles = css`
  @media print {
    :host {
      color-scheme: light;
    }
    .page {
      max-width: none;
      padding: 0;
    }
    .actions,
    .toolbar,
    .tabs,
    .pager {
      display: none !important;
    }
    .card {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
