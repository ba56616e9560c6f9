import {
  showsIn,
  type Messages,
  type ModuleCheck,
  type ModuleState,
  type ModuleStates,
  type Permissions,
  type Perspective,
  type PortalError,
  type ReadableStore,
  type Scope,
} from '@openchoreo/portal-contract';
import {computed, type ReadableAtom} from 'nanostores';
import type {ExplainContext} from '../explain/explain-parts.ts';
import type {ModuleRecord} from './module-record.ts';
import type {Registry} from './registry.ts';
import type {Timelines} from './timelines.ts';

export interface ExplainOptions {
  readonly registry: Registry;
  readonly timelines: Pick<Timelines, 'of'>;
  /** Why a contribution failed the last time it was to be shown, by its key. */
  readonly failures: ReadonlyMap<string, PortalError>;
  readonly perspective: ReadableStore<Perspective>;
  readonly selection: ReadableStore<Scope>;
  readonly permissions: Pick<Permissions, 'has' | 'can'>;
  readonly messages: Pick<Messages, 'text' | 'error'>;
}

export interface ExplainingStates extends ModuleStates {
  /** What explanations of this tab go by. */
  readonly context: ExplainContext;
}

/** The modules as others see them, and why each is or is not shown in this tab. */
export function createModuleStates(options: ExplainOptions): ExplainingStates {
  const {registry, timelines, failures, perspective, selection, permissions, messages} = options;
  const text: Messages['text'] = (key, values) => messages.text(key, values);
  const context: ExplainContext = {
    explainModule: (id) => states.explain(id),
    records: () => registry.all.get(),
    perspective: () => perspective.get(),
    selection: () => selection.get(),
    permissions,
    failure: (key) => failures.get(key),
    messages,
  };
  const states: ExplainingStates = {
    context,
    all: computed(registry.all as ReadableAtom<readonly ModuleRecord[]>, (records) =>
      records.map((record) => toState(record, messages)),
    ),
    timeline: (id) => timelines.of(id),
    explainParts: async (module) => (await import('../explain/explain-parts.ts')).explainParts(module, context),
    explain(id) {
      const record = registry.find(id);
      if (!record) return [{check: 'enabled', passed: false, detail: text('check.absent', {module: id})}];
      const {head} = record;
      const lacking = head.permissions?.find((action) => !permissions.has(action));
      const inView = showsIn(head.perspective, perspective.get());
      const checks: ModuleCheck[] = [
        {check: 'enabled', passed: true, detail: text('check.enabled')},
        {
          check: 'perspective',
          passed: inView,
          detail: text(inView ? 'check.perspective' : 'check.perspective-other', {
            perspective: head.perspective ?? 'both',
          }),
        },
        {
          check: 'permission',
          passed: lacking === undefined,
          detail:
            lacking === undefined ? text('check.permission') : text('check.permission-lacking', {action: lacking}),
        },
        {
          check: 'load',
          passed: !('error' in record),
          ...('error' in record
            ? {detail: messages.error(record.error), code: record.error.code}
            : {detail: text(`check.status.${record.status}`)}),
        },
      ];
      return checks;
    },
  };
  return states;
}

function toState(record: ModuleRecord, messages: Pick<Messages, 'error'>): ModuleState {
  const {head, status, since} = record;
  const state = {id: head.id, name: head.name, version: head.version, status, since};
  if (!('error' in record)) return state;
  const {error} = record;
  return {
    ...state,
    error: {
      code: error.code,
      // Read whenever it is shown, since the language may have changed by then.
      get message() {
        return messages.error(error);
      },
    },
  };
}
