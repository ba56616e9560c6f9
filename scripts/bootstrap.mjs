// The one file that runs on the machine's own Node (20 or newer) with nothing installed: it installs what is missing,
// then runs scripts/<command>.ts with the project's own Node.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {constants} from 'node:os';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const node = join(root, 'node_modules', 'node', 'bin', 'node');

const [command, ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
if (!command || !existsSync(script)) fail(`There is no command '${command ?? ''}'. Try: npm start, npm test.`);
if (!isInstalled()) install();
run();

/** Whether `node_modules` holds what the lockfile names; npm notes there what it installed. */
function isInstalled() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (installed === undefined || wanted === undefined || !existsSync(node)) return false;
  // What is optional may be for another platform.
  const needed = Object.entries(wanted).filter(([path, {optional}]) => path.startsWith('node_modules/') && !optional);
  return needed.every(([path, {version, link}]) => installed[path]?.version === version && (!link || installed[path]));
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing what package-lock.json names …');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const {status} = spawnSync('npm', options, {cwd: root, stdio: 'inherit'});
  if (status !== 0) fail('npm ci did not work; its own message is above. Check the network and the npm settings.');
  // An npm that runs no package's install script leaves the project's Node to be fetched by hand.
  if (!existsSync(node)) {
    const folder = join(root, 'node_modules', 'node');
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], {cwd: folder, stdio: 'inherit'});
  }
  if (!existsSync(node))
    fail("The project's Node could not be installed. Run npm rebuild node, then the command again.");
}

function run() {
  // The project's node and its tools come first on the path for everything that is started from here.
  const env = {...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`};
  const settings = {cwd: root, env, stdio: 'inherit'};
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], settings);
  // A terminal sends Ctrl-C to the whole group: the child has it already, and this process only waits for its end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  stopWithParent(child);
  child.on('error', (error) => fail(`The project's Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** When npm is killed outright it tells nobody: its going is seen by having another parent. */
function stopWithParent(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
