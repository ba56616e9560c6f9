import type {Fault} from './errors.ts';

/** A contribution that nobody gets to see, since it does not fit the schema of the point it names. */
export interface RefusedContribution {
  readonly point: string;
  readonly id: string;
  readonly faults: readonly Fault[];
}

/**
 * What became of a module's contributions, where it is not what their author meant. Everything else is shown to
 * whoever may see it.
 */
export interface ContributionReport {
  readonly refused?: readonly RefusedContribution[];
  /** Points it contributes to that no module of this session opens: the contributions wait until one does. */
  readonly waiting?: readonly string[];
}
