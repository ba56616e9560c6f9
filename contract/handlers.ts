import type {Host} from './host.ts';
import type {Scope} from './scope.ts';

/** A function in one of the module's files: what runs when a contribution is used, loaded no earlier. */
export interface HandlerReference {
  readonly entry: string;
  readonly export: string;
}

/** What the portal hands to a handler. */
export interface HandlerContext {
  /** The host of the handler's module. What its `api` and `portal` change is audited with the command that runs. */
  readonly host: Host;
  /** The selection when the handler was called. */
  readonly scope: Scope;
  /** Aborted when the answer is no longer wanted, the time is up, or the module is deactivated. */
  readonly signal: AbortSignal;
  /** Reads through the portal's one query cache: what a page shows already is not asked for again. */
  query<T>(options: {
    readonly queryKey: readonly unknown[];
    readonly queryFn: (context: {signal: AbortSignal}) => Promise<T>;
    /** Milliseconds for which data counts as fresh. */
    readonly staleTime?: number;
  }): Promise<T>;
}
