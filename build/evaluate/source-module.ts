import type {BuildFault} from '../fault.ts';

/** What one module's own files say, as plain data: entries are source files relative to the module's folder. */
export interface SourceModule {
  readonly id: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly routes?: Readonly<Record<string, unknown>>;
  /** Whether the default export of `index.ts` holds hooks or stores, so that the shell must load it to activate. */
  readonly hasMain: boolean;
}

/** What the evaluating process sends back. */
export interface Evaluation {
  readonly modules: readonly SourceModule[];
  readonly faults: readonly BuildFault[];
}
