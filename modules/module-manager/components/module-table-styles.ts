import {css} from 'lit';

/** The list of modules; on a phone each row is a small card with the switch beside the name. */
export const moduleTableStyles = css`
  .second {
    display: block;
    color: var(--portal-color-text-muted);
    font-weight: 400;
  }
  .table td {
    white-space: nowrap;
  }
  .table .wrap {
    white-space: normal;
  }
  @media (width < 768px) {
    .table thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .table tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: center;
      padding: 12px 16px;
      border-bottom: 1px solid var(--portal-color-border);
    }
    .table tbody tr:last-child {
      border-bottom: 0;
    }
    .table tbody :is(th, td) {
      height: auto;
      padding: 0 !important;
      border: 0;
    }
    .table tbody td {
      grid-column: 1 / -1;
    }
    .table tbody th {
      font-size: var(--portal-text-body);
    }
    .table tbody td:last-child {
      grid-area: 1 / 2;
    }
  }
`;
