import type {JsonObject} from './json.ts';
import type {Resource, ResourceKey} from './resource.ts';

/** Which objects: everything that is given must match. `spec` matches objects whose spec contains it. */
export interface Selection {
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly project?: string;
  readonly component?: string;
  readonly spec?: JsonObject;
  /** Matches objects whose memory contains it. */
  readonly memory?: JsonObject;
}

/** Reading other objects, within the same transaction: one question after the other, since they share one connection. */
export interface Lookup {
  get(key: ResourceKey): Promise<Resource | undefined>;
  find(selection: Selection): Promise<readonly Resource[]>;
  /** What any of them matches, in the order of the selections; what two match comes twice. */
  findAll(selections: readonly Selection[]): Promise<readonly Resource[]>;
}
