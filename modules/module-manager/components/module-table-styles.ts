import {css} from 'lit';

/** The list of modules; on a phone each row is a small card with the switch beside the name. */
export const moduleTableStyles = css`
  .check {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    white-space: nowrap;
  }
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
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
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
    .table tbody th {
      flex: 1 1 100%;
      padding-inline-end: 56px !important;
      font-size: var(--portal-text-body);
    }
    .table tbody td:last-child {
      position: absolute;
      top: 16px;
      right: 12px;
    }
  }
`;
