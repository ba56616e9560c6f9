import {spawnSync, type SpawnSyncOptions} from 'node:child_process';
import {accessSync, constants, existsSync, globSync, readFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import type {WebKitPrograms} from './browsers/webkit-launcher.ts';

/** Debian's package for each program the suites need. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  postgresql: ['postgresql'],
};

export interface Browsers {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly webkit?: WebKitPrograms;
}

/** Where the system's browsers are; an engine that is not there is left out. */
export function findBrowsers(): Browsers {
  const chromium =
    process.env['CHROME'] ?? onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  const firefox = process.env['FIREFOX'] ?? onPath('firefox-esr', 'firefox');
  const driver = onPath('WebKitWebDriver');
  const browser = firstOf('/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser');
  const xvfb = onPath('Xvfb');
  const display = Boolean(process.env['DISPLAY']);
  return {
    ...(chromium && {chromium}),
    ...(firefox && {firefox}),
    ...(driver && browser && (xvfb ?? display) && {webkit: {driver, browser, ...(xvfb && {xvfb})}}),
  };
}

/** The folder of PostgreSQL's server programs, the newest version first; undefined when it is not installed. */
export function findPostgres(): string | undefined {
  const folders = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => b.localeCompare(a, 'en', {numeric: true}));
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  const onPathFolder = onPath('initdb')?.replace(/\/initdb$/, '');
  return found ?? onPathFolder;
}

/** Names of what is missing: engines and `postgresql`. */
export function findMissing(): readonly string[] {
  const browsers = findBrowsers();
  const absent = ['chromium', 'firefox', 'webkit'].filter((engine) => !(engine in browsers));
  return findPostgres() ? absent : [...absent, 'postgresql'];
}

/**
 * Installs what is missing on Debian when run as root; elsewhere prints what to install.
 * Never throws: what could not be had is named again by `findMissing`.
 */
export function installMissing(log: (line: string) => void = console.log): void {
  const absent = findMissing();
  if (absent.length === 0) return;
  const packages = absent.flatMap((name) => PACKAGES[name] ?? []);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isDebian()) {
    log(`Not installed: ${absent.join(', ')}. Install Chromium, Firefox (ESR or newer), WebKitGTK's WebKitWebDriver`);
    log('and MiniBrowser, Xvfb and PostgreSQL from your system, or run the suites in a Debian 12 container.');
    return;
  }
  if (process.getuid?.() !== 0) {
    log(`Not installed: ${absent.join(', ')}. Run: sudo apt-get update && sudo ${command}`);
    return;
  }
  log(`Installing ${absent.join(', ')} (${packages.join(' ')}) from the system's packages …`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const options: SpawnSyncOptions = {stdio: ['ignore', 'ignore', 'inherit'], env};
  spawnSync('apt-get', ['update', '-qq'], options);
  const {status} = spawnSync('apt-get', command.split(' ').slice(1), options);
  if (status !== 0) log(`apt-get ended with ${status}; still missing: ${findMissing().join(', ')}.`);
}

function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const found = [...folders, '/usr/bin'].map((folder) => join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstOf(...patterns: readonly string[]): string | undefined {
  return patterns
    .flatMap((pattern) => globSync(pattern))
    .sort()
    .reverse()[0];
}

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
