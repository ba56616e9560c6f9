/** What a cell of a table holds; `Date` is a moment. */
export type CellValue = string | number | Date | undefined;

/** Spreadsheets run what begins with one of these as a formula, the full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/**
 * A table as RFC 4180 writes it, a line at a time: CRLF, quotes where a field needs them. Text that a spreadsheet would
 * run gets an apostrophe in front; moments are ISO 8601; numbers have a point, whatever the language. The first line
 * begins with a byte order mark, without which spreadsheets misread everything beyond ASCII.
 */
export function* toCsvLines(
  header: readonly string[],
  rows: Iterable<readonly CellValue[]>,
): Generator<string, void, undefined> {
  yield `\ufeff${toLine(header)}`;
  for (const row of rows) yield toLine(row);
}

function toLine(cells: readonly CellValue[]): string {
  return `${cells.map(toField).join(',')}\r\n`;
}

function toField(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
