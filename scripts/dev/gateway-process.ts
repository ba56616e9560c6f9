import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('dev-gateway.ts', import.meta.url));

export interface GatewayProcess {
  /** Ends the gateway, if it runs, and starts it anew. Resolves when the old one has ended. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The gateway as a process of its own, so that a change of its code needs no restart of everything. */
export function createGatewayProcess(env: Readonly<Record<string, string>>): GatewayProcess {
  let running: ChildProcess | undefined;

  async function stop(): Promise<void> {
    const child = running;
    running = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  return {
    stop,
    async restart() {
      await stop();
      const options = ['--disable-warning=ExperimentalWarning', MAIN];
      running = spawn(process.execPath, options, {env: {...process.env, ...env}, stdio: 'inherit'});
    },
  };
}
