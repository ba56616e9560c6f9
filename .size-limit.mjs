// Byte budgets (brotli) of what a browser fetches. The numbers are what was measured, rounded up by about a tenth.
import {existsSync, readFileSync} from 'node:fs';

const CLIENT = 'dist/client';
const portal = existsSync('dist/portal.json') ? JSON.parse(readFileSync('dist/portal.json', 'utf8')) : undefined;

/** Files of the shell's first load. */
const shell = portal ? [portal.shell.entry, ...portal.shell.preload] : [];

/** What one file of a module costs a browser that has the shell already. */
const beyondShell = (files) => [...new Set(files)].filter((file) => !shell.includes(file)).map((file) => CLIENT + file);

const moduleFiles = (id, wanted) => {
  const {base, preload} = portal.modules.find((module) => module.id === id);
  const entries = Object.keys(preload).filter((file) => wanted.test(file));
  return beyondShell(entries.flatMap((file) => [base + file, ...preload[file]]));
};

const budget = (name, limit, path) => ({name, limit, path, brotli: true});

export default portal && [
  budget(
    'shell, first load',
    '62 kB',
    shell.map((file) => CLIENT + file),
  ),
  budget('dashboard page, beyond the shell', '12 kB', moduleFiles('dashboard', /^dashboard-page/)),
];
