import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {constants} from 'node:os';
import {join} from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the gateway until it ends, hands it the signals this process gets, and ends it when this process is left alone. Resolves to its exit code.
 * The gateway prints the portal's address itself.
 */
export async function runGateway(root: string, env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const arguments_ = ['--disable-warning=ExperimentalWarning', join(root, 'gateway/main.ts')];
  const gateway = spawn(process.execPath, arguments_, {cwd: root, env, stdio: 'inherit'});
  const forward = SIGNALS.map((signal) => [signal, () => forwardTo(gateway, signal)] as const);
  for (const [signal, listener] of forward) process.on(signal, listener);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && gateway.kill('SIGTERM'), 500);
  const [code, signal] = (await once(gateway, 'exit')) as [number | null, NodeJS.Signals | null];
  clearInterval(watch);
  for (const [name, listener] of forward) process.off(name, listener);
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/** A terminal sends Ctrl-C to the whole group: the gateway has it already, and a second one would mean «at once». */
function forwardTo(gateway: ChildProcess, signal: NodeJS.Signals): void {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) gateway.kill(signal);
}
