import type {JsonObject} from '../engine/json.ts';

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  readonly headers: Headers;
}

/** An object as answers show it. */
export interface Shown {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
  };
  readonly spec: JsonObject;
  readonly status: {
    readonly conditions: readonly ShownCondition[];
    readonly agentConnection?: {readonly connected: boolean; readonly lastHeartbeatTime: string};
  };
}

export interface ShownCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
  readonly observedGeneration: number;
}

/** All that some answer may hold; a test reads what it asked for, and fails on `undefined` when that is not there. */
export interface AnswerBody extends Shown {
  readonly error: string;
  readonly code: string;
  readonly details: readonly {readonly field: string; readonly message: string}[];
  readonly items: readonly Shown[];
  readonly pagination: {readonly nextCursor?: string};
  readonly user: unknown;
  readonly capabilities: Readonly<Record<string, {readonly allowed: unknown; readonly denied: unknown}>>;
  readonly required: unknown;
  readonly renderedReleases: readonly {readonly nodes: readonly ShownNode[]}[];
}

interface ShownNode {
  readonly kind: string;
  readonly name: string;
  readonly health: {readonly status: string};
}

/** The one condition of this type. */
export function conditionOf({status}: Shown, type = 'Ready'): ShownCondition | undefined {
  return status.conditions.find((condition) => condition.type === type);
}
