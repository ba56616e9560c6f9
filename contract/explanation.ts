import type {ModuleCheck, RegistryEntry} from './composition.ts';

/** What can be explained: a module, or one thing that it adds. */
export interface Explanation {
  readonly kind:
    'module' | 'page' | 'navigation' | 'contribution' | 'element' | 'event' | 'point' | 'subscription' | 'store';
  /**
   * Unique in the portal: a module's id, a page's path, `<module>/navigation/<id>`, `<module>/<point>/<id>`; the tag of
   * an element, the name of an event the module publishes, the id of an extension point it opens;
   * `<module>/events/<event>` of one it hears, `<module>/store/<field>` of what its store holds.
   */
  readonly key: string;
  readonly name: string;
  readonly module: string;
  /** The extension point it is added to. */
  readonly point?: string;
  readonly outcome: ExplainedOutcome;
  /** Every question the portal asks, in its order; the first «no» decides. */
  readonly checks: readonly ModuleCheck[];
}

/**
 * `hidden`: it is for the other perspective. `blocked`: somebody decided so, or a permission or a module is missing.
 * `broken`: it is faulty, or failed here.
 */
export type ExplainedOutcome = 'shown' | 'hidden' | 'blocked' | 'broken';

/** What the gateway says of a module, as far as it was asked. */
export type ExplainedModule = Pick<RegistryEntry, 'id' | 'name' | 'checks'> &
  Partial<Pick<RegistryEntry, 'manifest' | 'contributions'>>;
