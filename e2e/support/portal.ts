import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../../scripts/free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 30_000;

/** The real built portal in a process of its own, with a data folder of its own. */
export interface Portal {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** Everything it wrote to its log since it started the first time. */
  log(): string;
  /** Ends it with the signal and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

export interface PortalOptions {
  /** Variables over the defaults (`docs/development.md` lists them). */
  readonly env?: Readonly<Record<string, string>>;
  /** What runs it, from the project; `gateway/main.ts` runs what is in `dist/`. */
  readonly program?: string;
}

/** Starts the portal from `dist/` on a free port of 127.0.0.1. Resolves when it says it is ready. */
export async function startPortal({env = {}, program = 'gateway/main.ts'}: PortalOptions = {}): Promise<Portal> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-e2e-'));
  const output: string[] = [];
  let gateway = await start();

  async function start(): Promise<ChildProcess> {
    const settings = {PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: baseUrl, DATA_DIR: dataDir, ...env};
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      cwd: ROOT,
      env: {...process.env, ...settings},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => output.push(text.toString()));
    await untilReady(child);
    return child;
  }

  async function untilReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}:\n${output.join('')}`);
      if (Date.now() > deadline) throw new Error(`The portal was not ready within 30 s:\n${output.join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function isReady(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
    } catch {
      return false;
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (gateway.exitCode !== null || gateway.signalCode !== null) return;
    const ended = once(gateway, 'exit');
    gateway.kill(signal);
    await ended;
  }

  return {
    baseUrl,
    dataDir,
    log: () => output.join(''),
    async restart(signal = 'SIGTERM') {
      await end(signal);
      gateway = await start();
    },
    async stop() {
      await end('SIGTERM');
      await rm(dataDir, {recursive: true, force: true});
    },
  };
}
