import {css} from 'lit';

/** `table.table`: dense rows, head that stays, `.numeric` cells. Put it in a `.table-frame` to scroll it sideways. */
export const tableStyles = css`
  .table-frame {
    overflow: auto;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius);
    background: var(--portal-color-surface);
  }

  .table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--portal-text-small);
  }

  .table th,
  .table td {
    height: 40px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--portal-color-border);
    text-align: start;
    vertical-align: middle;
  }

  .table th:first-child,
  .table td:first-child {
    padding-inline-start: 16px;
  }

  .table thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 36px;
    background: var(--portal-color-surface);
    color: var(--portal-color-text-muted);
    font-weight: 500;
    white-space: nowrap;
  }

  .table thead button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin: 0 -4px;
    padding: 4px;
    border: 0;
    border-radius: var(--portal-radius-small);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .table tbody th {
    font-weight: 500;
  }

  .table tbody tr:hover {
    background: var(--portal-color-hover);
  }

  .table tbody tr:last-child :is(th, td) {
    border-bottom: 0;
  }

  .table .numeric {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
`;
