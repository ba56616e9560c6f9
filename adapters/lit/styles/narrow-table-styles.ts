import {css} from 'lit';

/**
 * With `tableStyles`: rows become small cards on a phone, the first cell the heading, the others in a line below it. A
 * `.second` line stands under the first.
 */
export const narrowTableStyles = css`
  .second {
    display: block;
    overflow: hidden;
    color: var(--portal-color-text-muted);
    font-weight: 400;
    font-size: var(--portal-text-small);
    text-overflow: ellipsis;
  }

  .plain {
    color: inherit;
  }

  .table td {
    white-space: nowrap;
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
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
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
      font-size: var(--portal-text-body);
    }
  }
`;
