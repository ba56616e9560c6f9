import type {Json, JsonObject} from '../engine/json.ts';

export type Person = 'admin' | 'platform-engineer' | 'developer' | 'sre' | 'viewer';

export const PEOPLE: readonly Person[] = ['admin', 'platform-engineer', 'developer', 'sre', 'viewer'];

/** A platform under examination. */
export interface Target {
  /** Paths of requests begin at the API's root. */
  fetch(request: Request): Promise<Response>;
  /** Undefined for people nobody has a token of: what needs them is left out. */
  token(person: Person): string | undefined;
  /** Compares an answer with the platform's own OpenAPI file; throws where they differ. */
  check(request: {method: string; path: string}, answer: {status: number; body: unknown}): string | undefined;
  /** Lets some time pass, while something is on its way. */
  wait(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  /** The body of the operations that answer with a list at the top. */
  readonly list: readonly Json[];
}

/** What was examined and how it came out. */
export interface Report {
  readonly passed: readonly string[];
  /** A sentence for each difference between what is expected of a platform and what this one does. */
  readonly differences: readonly string[];
  readonly skipped: readonly string[];
  /** Operations of the OpenAPI file whose answers were compared with it. */
  readonly operations: ReadonlySet<string>;
}
