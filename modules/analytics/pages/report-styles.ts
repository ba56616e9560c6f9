import {css} from 'lit';

export const reportStyles = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 32px;
  }
  .pager .muted {
    flex: 1;
    font-size: var(--portal-text-small);
  }
  .table th,
  .table td {
    max-width: 320px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .print-scope {
    display: none;
  }
  @media print {
    .print-scope {
      display: block;
      color: var(--portal-color-text-muted);
      font-size: var(--portal-text-small);
    }
    .table-frame {
      overflow: visible;
      border: 0;
    }
    .table thead {
      display: table-header-group;
    }
    .table tr {
      break-inside: avoid;
    }
    .table th,
    .table td {
      white-space: normal;
    }
  }
`;
