import {PortalError, type HandlerContext, type ModuleHead} from '@openchoreo/portal-contract';
import {toPortalError} from '../errors/to-portal-error.ts';
import type {ActiveModule} from '../registry/module-record.ts';
import type {LoadExport} from '../registry/load-export.ts';

export interface HandlerCall {
  readonly head: ModuleHead;
  readonly entry: string;
  readonly export: string;
  /** What it is called in errors. */
  readonly title: string;
  readonly input: unknown;
  readonly milliseconds: number;
  readonly signal?: AbortSignal | undefined;
}

export interface CallHandlerOptions {
  readonly activate: (id: string) => Promise<ActiveModule>;
  readonly loadExport: LoadExport;
  readonly createContext: (active: ActiveModule, signal: AbortSignal) => HandlerContext;
}

/**
 * Activates the handler's module, fetches its code beside that, and calls it. Rejects with a `PortalError` – the
 * handler's own, or `HANDLER_FAILED` with what it threw as the cause, or `HANDLER_TIMEOUT` –, or with the reason of the
 * signal, or of the module's when it is deactivated meanwhile. What the handler does after that goes nowhere.
 */
export async function callHandler(call: HandlerCall, options: CallHandlerOptions): Promise<unknown> {
  const {head, title, milliseconds} = call;
  const [active, handler] = await Promise.all([
    options.activate(head.id),
    options.loadExport(head, call.entry, call.export),
  ]);
  if (typeof handler !== 'function')
    throw new PortalError('HANDLER_INVALID', [head.id, `${call.entry} (${call.export})`]);
  const deadline = AbortSignal.timeout(milliseconds);
  const stops = [active.host.signal, ...(call.signal ? [call.signal] : [])];
  const signal = AbortSignal.any([deadline, ...stops]);
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = (): void => {
      const isLate = !stops.some(({aborted}) => aborted);
      const late = new PortalError('HANDLER_TIMEOUT', [title, String(milliseconds / 1000)]);
      reject(isLate ? late : (signal.reason as Error));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, {once: true});
  });
  const run = async (): Promise<unknown> =>
    (handler as (input: unknown, context: HandlerContext) => unknown)(
      call.input,
      options.createContext(active, signal),
    );
  try {
    return await Promise.race([run(), stopped]);
  } catch (error) {
    if (signal.aborted && error === signal.reason) throw error;
    throw toPortalError(error, (cause) => new PortalError('HANDLER_FAILED', [title], {cause}));
  } finally {
    // Nobody waits for it any more when the handler was faster.
    stopped.catch(() => {});
  }
}
