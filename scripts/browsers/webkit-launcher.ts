import type {BrowserLauncher, TestRunnerCoreConfig} from '@web/test-runner';
import {webdriverLauncher, type WebdriverLauncher} from '@web/test-runner-webdriver';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import type {Readable} from 'node:stream';
import {freePort} from '../free-port.ts';

export interface WebKitPrograms {
  readonly driver: string;
  readonly browser: string;
  readonly xvfb?: string;
}

type Commands = Pick<
  WebdriverLauncher,
  | 'stopSession'
  | 'sendKeys'
  | 'sendMouseMove'
  | 'sendMouseClick'
  | 'sendMouseDown'
  | 'sendMouseUp'
  | 'resetMouse'
  | 'takeScreenshot'
>;

/**
 * Runs tests in WebKitGTK's MiniBrowser through WebKitWebDriver, on a virtual screen where there is no real one.
 * The driver and the screen start with the runner and end with it.
 */
export function webkitLauncher({driver, browser, xvfb}: WebKitPrograms): BrowserLauncher {
  const processes: ChildProcess[] = [];
  let inner: WebdriverLauncher | undefined;

  async function initialize(config: TestRunnerCoreConfig): Promise<void> {
    const port = await freePort();
    const display = process.env['DISPLAY'] ?? (xvfb === undefined ? undefined : await startScreen(xvfb));
    // As root, and in containers without user namespaces, WebKitGTK's own sandbox cannot start.
    // Of the locale `C.UTF-8`, usual in containers, it makes a `navigator.language` that `Intl` refuses.
    const locale = {LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8'};
    const env = {...process.env, ...locale, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'};
    processes.push(spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {env, stdio: 'ignore'}));
    await listening(port);
    inner = webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        // WebKitWebDriver knows no BiDi and refuses a session that asks for it.
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: browser, args: ['--automation']},
      } as never,
    });
    await inner.initialize(config);
  }

  async function startScreen(program: string): Promise<string> {
    const arguments_ = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const screen = spawn(program, arguments_, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
    processes.push(screen);
    const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
    return `:${number.toString().trim()}`;
  }

  async function stop(): Promise<void> {
    await inner?.stop();
    for (const child of processes.splice(0).reverse()) child.kill();
  }

  const ready = (): WebdriverLauncher => {
    if (inner === undefined) throw new Error('WebKit was asked for a session before it was started.');
    return inner;
  };

  const launcher: Omit<BrowserLauncher, 'stopSession'> & Commands = {
    name: 'WebKit',
    // By this type the commands of tests (`sendKeys`, `sendMouse`) know what they can ask the launcher for.
    type: 'webdriver',
    concurrency: 1,
    initialize,
    stop,
    startSession: (id, url) => ready().startSession(id, url),
    stopSession: (id) => ready().stopSession(id),
    isActive: (id) => inner?.isActive(id) ?? false,
    getBrowserUrl: (id) => ready().getBrowserUrl(id),
    startDebugSession: (id, url) => ready().startDebugSession(id, url),
    sendKeys: (id, keys) => ready().sendKeys(id, keys),
    sendMouseMove: (id, x, y) => ready().sendMouseMove(id, x, y),
    sendMouseClick: (id, x, y, button) => ready().sendMouseClick(id, x, y, button),
    sendMouseDown: (id, button) => ready().sendMouseDown(id, button),
    sendMouseUp: (id, button) => ready().sendMouseUp(id, button),
    resetMouse: (id) => ready().resetMouse(id),
    takeScreenshot: (id, locator) => ready().takeScreenshot(id, locator),
  };
  // The two packages' types disagree about `undefined` under exactOptionalPropertyTypes.
  return launcher as BrowserLauncher;
}

async function listening(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`WebKitWebDriver did not listen on port ${port} within 10 s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
