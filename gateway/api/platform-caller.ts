import {PortalError} from '@openchoreo/portal-contract';
import {isPortalError} from '../http/index.ts';
import type {Log, Metrics} from '../observability/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import {answerAsRole, type RoleCall} from './answer-as-role.ts';
import type {PlatformGate} from './platform-gate.ts';
import {RoleActions} from './role-actions.ts';
import type {RoleChanges} from './role-changes.ts';

export interface PlatformCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ReadableStream<Uint8Array> | null;
  /** Whose call it is. While somebody looks through a role, that role narrows every answer. */
  readonly session: ActiveSession;
  /** As the person themselves, whatever role they look through. */
  readonly own?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the answer's head must be there, its JSON too for `json`. At most, and by default, the caller's own limit. */
  readonly timeout?: number;
}

/** Which of the platform's APIs: how its calls are counted, and what it answers to somebody who looks through a role. */
export interface CalledApi {
  readonly name: 'openchoreo' | 'observer';
  readonly answerAsRole: (call: RoleCall) => Promise<Response>;
}

const OPENCHOREO: CalledApi = {name: 'openchoreo', answerAsRole};

/** Calls the platform for a session, within a time, and counts it. */
export class PlatformCaller {
  /** What the roles hold that sessions look through. */
  readonly roleActions: RoleActions;
  readonly #gate: PlatformGate;
  readonly #metrics: Metrics;
  readonly #log: Log;
  readonly #timeout: number;
  readonly #api: CalledApi;

  constructor(options: {
    readonly gate: PlatformGate;
    readonly roles: RoleChanges;
    readonly metrics: Metrics;
    readonly log: Log;
    readonly timeout?: number | undefined;
    readonly api?: CalledApi;
    /** Of the caller that reads roles, for an API that has none. Default: read by this one. */
    readonly roleActions?: RoleActions;
  }) {
    this.#gate = options.gate;
    this.#metrics = options.metrics;
    this.#log = options.log;
    this.#timeout = options.timeout ?? 30_000;
    this.#api = options.api ?? OPENCHOREO;
    this.roleActions =
      options.roleActions ?? new RoleActions((path, session) => this.json(path, {session, own: true}), options.roles);
  }

  /** The platform's answer, whatever its status. Rejects with `API_TIMEOUT` or `API_UNREACHABLE`. */
  async call(path: string, call: PlatformCall): Promise<Response> {
    const {session, own, method = 'GET', body = null} = call;
    if (session.viewAs === undefined || own) return this.#send(path, call);
    const {pathname} = new URL(path, 'http://platform.internal');
    const actions = await this.roleActions.of(session, session.viewAs);
    const send = (text?: string): Promise<Response> =>
      this.#send(path, text === undefined ? call : {...call, body: text});
    return this.#api.answerAsRole({method, path: pathname, body, actions, send});
  }

  async #send(path: string, call: PlatformCall): Promise<Response> {
    const token = await call.session.token();
    const begun = performance.now();
    const method = call.method ?? 'GET';
    const timeout = this.#limit(call);
    const ended = (outcome: string): void =>
      this.#metrics.platformCall({api: this.#api.name, method, outcome}, (performance.now() - begun) / 1000);
    const clock = new AbortController();
    const timer = setTimeout(() => clock.abort(new PortalError('API_TIMEOUT', [path, String(timeout)])), timeout);
    try {
      const signal = call.signal ? AbortSignal.any([clock.signal, call.signal]) : clock.signal;
      const request = new Request(`http://platform.internal${path}`, {
        method,
        headers: {...call.headers, authorization: `Bearer ${token}`},
        signal,
        ...(call.body === null || call.body === undefined ? {} : {body: call.body, duplex: 'half'}),
      });
      // The embedded platform does not watch the signal, so the clock races it.
      const response = await Promise.race([this.#gate.fetch(request), rejectOn(signal)]);
      ended(String(response.status));
      return response;
    } catch (cause) {
      if (isPortalError(cause)) {
        ended(cause.code);
        throw cause;
      }
      if (call.signal?.aborted) throw cause;
      ended('API_UNREACHABLE');
      this.#log.warn({err: cause, platform: this.#gate.url, path}, 'the platform could not be reached');
      throw new PortalError('API_UNREACHABLE', [path], {cause});
    } finally {
      clearTimeout(timer);
    }
  }

  /** The JSON of a good answer. Rejects as `call` does, and with `PLATFORM_REFUSED` or `API_INVALID_ANSWER`. */
  async json(path: string, call: PlatformCall): Promise<unknown> {
    const limit = this.#limit(call);
    const begun = performance.now();
    const end = new AbortController();
    const signal = call.signal ? AbortSignal.any([call.signal, end.signal]) : end.signal;
    const response = await this.call(path, {...call, signal});
    if (!response.ok) {
      await response.body?.cancel();
      throw new PortalError('PLATFORM_REFUSED', [String(response.status), path]);
    }
    const timer = setTimeout(() => end.abort(), Math.max(0, limit - (performance.now() - begun)));
    try {
      return await response.json();
    } catch (cause) {
      if (end.signal.aborted) throw new PortalError('API_TIMEOUT', [path, String(limit)], {cause});
      throw new PortalError('API_INVALID_ANSWER', [path], {cause});
    } finally {
      clearTimeout(timer);
    }
  }

  #limit({timeout = this.#timeout}: PlatformCall): number {
    return Math.min(timeout, this.#timeout);
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {once: true});
  });
}
