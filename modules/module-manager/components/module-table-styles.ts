import {css} from 'lit';

/** The list of modules; on a phone the switch stands beside the name. */
export const moduleTableStyles = css`
  .check {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
  .table .wrap {
    white-space: normal;
  }
  @media (width < 768px) {
    .table tbody tr {
      position: relative;
    }
    .table tbody th {
      padding-inline-end: 56px !important;
    }
    .table tbody td:last-child {
      position: absolute;
      top: 16px;
      right: 12px;
    }
  }
`;
