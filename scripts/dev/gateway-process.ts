import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const MAIN = fileURLToPath(new URL('dev-gateway.ts', import.meta.url));

export interface GatewayProcess {
  /** Ends the gateway, if it runs, and starts it anew; does nothing once stopped. Resolves when the old one has ended. */
  restart(): Promise<void>;
  /** Ends the gateway for good. */
  stop(): Promise<void>;
}

/** The gateway as a process of its own, so that a change of its code needs no restart of everything. */
export function createGatewayProcess(env: Readonly<Record<string, string>>, main = MAIN): GatewayProcess {
  let running: ChildProcess | undefined;
  let stopped = false;
  /** Of the last one that was told to end. */
  let ended: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const child = running;
    running = undefined;
    if (child?.exitCode === null && child.signalCode === null) {
      ended = once(child, 'exit');
      child.kill('SIGTERM');
    }
    await ended;
  }

  return {
    async restart() {
      await end();
      // A change may come in while everything is being stopped.
      if (stopped) return;
      const options = ['--disable-warning=ExperimentalWarning', main];
      running = spawn(process.execPath, options, {env: {...process.env, ...env}, stdio: 'inherit'});
    },
    async stop() {
      stopped = true;
      await end();
    },
  };
}
