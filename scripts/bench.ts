import {mkdir, writeFile} from 'node:fs/promises';
import {cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {measureEvents} from '../bench/events.ts';
import {measureFirstLoad} from '../bench/first-load.ts';
import {isKept, type PromiseRow} from '../bench/promise.ts';
import {measureManyModules} from '../bench/route-change.ts';
import {buildIfChanged} from '../build/build-if-changed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await buildIfChanged(root, {log: console.log});
const rows = [
  ...(await measureFirstLoad({runs: 5})),
  ...(await measureEvents()),
  ...(await measureManyModules({runs: 3})),
];
console.table(Object.fromEntries(rows.map((row) => [row.what, toCells(row)])));
const file = `${root}bench/results/${new Date().toISOString().slice(0, 10)}.json`;
await mkdir(`${root}bench/results`, {recursive: true});
await writeFile(file, JSON.stringify({at: new Date().toISOString(), cpu: cpus()[0]?.model, rows}, null, 2));
console.log(`Saved as ${file}`);
process.exitCode = rows.every(isKept) ? 0 : 1;

function toCells(row: PromiseRow): Record<string, string | number> {
  const round = (value: number): number => Number(value.toPrecision(3));
  return {
    promise: `≤ ${row.limit} ${row.unit}`.trim(),
    measured: round(row.measured),
    kept: isKept(row) ? 'yes' : 'NO',
  };
}
