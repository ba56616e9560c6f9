import {
  showsIn,
  type Messages,
  type ModuleCheck,
  type ModuleState,
  type ModuleStates,
  type Permission,
  type Perspective,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {computed, type ReadableAtom} from 'nanostores';
import type {ModuleRecord} from './module-record.ts';
import type {Registry} from './registry.ts';
import type {Timelines} from './timelines.ts';

export interface ExplainOptions {
  readonly registry: Registry;
  readonly timelines: Pick<Timelines, 'of'>;
  readonly perspective: ReadableStore<Perspective>;
  readonly has: (action: Permission) => boolean;
  readonly messages: Pick<Messages, 'text' | 'error'>;
}

/** The modules as others see them, and why each is or is not shown in this tab. */
export function createModuleStates({registry, timelines, perspective, has, messages}: ExplainOptions): ModuleStates {
  const text: Messages['text'] = (key, values) => messages.text(key, values);
  return {
    all: computed(registry.all as ReadableAtom<readonly ModuleRecord[]>, (records) =>
      records.map((record) => toState(record, messages)),
    ),
    timeline: (id) => timelines.of(id),
    explain(id) {
      const record = registry.find(id);
      if (!record) return [{check: 'enabled', passed: false, detail: text('check.absent', {module: id})}];
      const {head} = record;
      const lacking = head.permissions?.find((action) => !has(action));
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
          detail: 'error' in record ? messages.error(record.error) : text(`check.status.${record.status}`),
        },
      ];
      return checks;
    },
  };
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
