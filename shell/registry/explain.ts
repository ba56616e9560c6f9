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
import type {LoadExport} from './load-export.ts';
import type {Manifests} from './manifests.ts';
import type {ModuleRecord} from './module-record.ts';
import type {Registry} from './registry.ts';
import type {Timelines} from './timelines.ts';

export interface ExplainOptions {
  readonly registry: Registry;
  readonly timelines: Pick<Timelines, 'of'>;
  readonly manifests: Manifests;
  readonly loadExport: LoadExport;
  /** Why a contribution failed the last time it was to be shown, by its key. */
  readonly failures: ReadonlyMap<string, PortalError>;
  readonly perspective: ReadableStore<Perspective>;
  readonly selection: ReadableStore<Scope>;
  readonly permissions: Pick<Permissions, 'has' | 'can'>;
  readonly messages: Pick<Messages, 'text' | 'error'>;
}

/** What explanations of this tab go by. */
export interface ExplainMeans extends ExplainOptions {
  /** What the tab knows of the module itself. */
  readonly explain: ModuleStates['explain'];
}

export interface ExplainingStates extends ModuleStates {
  readonly means: ExplainMeans;
}

/** The modules as others see them, and why each is or is not shown in this tab. */
export function createModuleStates(options: ExplainOptions): ExplainingStates {
  const {registry, timelines, perspective, permissions, messages} = options;
  const text: Messages['text'] = (key, values) => messages.text(key, values);
  const means: ExplainMeans = {...options, explain: (id) => states.explain(id)};
  const states: ExplainingStates = {
    means,
    all: computed(registry.all as ReadableAtom<readonly ModuleRecord[]>, (records) =>
      records.map((record) => toState(record, messages)),
    ),
    timeline: (id) => timelines.of(id),
    explainParts: async (module) => (await import('../explain/explain-module.ts')).explainModule(module, means),
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
