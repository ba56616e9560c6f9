import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type CellValue, toCsvLines} from './csv.ts';

const write = (header: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
  [...toCsvLines(header, rows)].join('');

/** RFC 4180, read strictly. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('a table as CSV', () => {
  it('has a head, quotes where needed, ISO moments, points in numbers and CRLF', () => {
    const rows = [['a,b', 'say "no"\nnow', 1.5, new Date(0), undefined, NaN, new Date(NaN)]];
    expect(write(['Name', 'x'], rows)).to.equal(
      '\ufeffName,x\r\n"a,b","say ""no""\nnow",1.5,1970-01-01T00:00:00.000Z,,,\r\n',
    );
  });

  it('lets no text run as a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '"=1'.slice(1)])
      expect(read(write([], [[text]]))[1]).to.deep.equal([`'${text}`]);
    expect(read(write([], [[-1, 'a=b', 'x-y']]))[1]).to.deep.equal(['-1', 'a=b', 'x-y']);
  });

  it('reads back as what was written', () => {
    const text = fc.string({unit: 'grapheme'}).filter((value) => !/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(value));
    fc.assert(
      fc.property(fc.array(fc.array(text, {minLength: 2, maxLength: 2})), (rows) => {
        expect(read(write(['a', 'b'], rows)).slice(1)).to.deep.equal(rows);
      }),
    );
  });
});
