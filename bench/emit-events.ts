import type {ModuleManifest} from '@openchoreo/portal-contract';
import {createEventBus} from '../shell/events/event-bus.ts';
import {createModuleEvents} from '../shell/events/module-events.ts';

// Runs in the page: the portal's own bus and its own check of payloads.

/** Emits in a second, to ten subscribers. */
export interface EmitRates {
  /** By the shell, whose payloads only the compiler checks. */
  readonly plain: number;
  /** By a module, whose payloads are checked against the schema in its manifest. */
  readonly checked: number;
}

const EVENT = 'bench:measured';
const SUBSCRIBERS = 10;
const EMITS = 300_000;
const ROUNDS = 7;

const MANIFEST: ModuleManifest = {
  id: 'bench',
  name: 'Bench',
  version: '1.0.0',
  apiVersion: 1,
  events: {
    publish: {
      [EVENT]: {
        type: 'object',
        required: ['metric', 'value'],
        properties: {metric: {type: 'string'}, value: {type: 'number'}},
        additionalProperties: false,
      },
    },
  },
};

export async function measureEmits(): Promise<EmitRates> {
  const bus = createEventBus(() => {});
  let sum = 0;
  for (let index = 0; index < SUBSCRIBERS; index++) {
    bus.onAs(`subscriber-${index}`, EVENT, (payload: {value: number}) => void (sum += payload.value));
  }
  const events = await createModuleEvents(MANIFEST, new AbortController().signal, bus);
  // Typed for a manifest that nobody knows while compiling: it then takes the portal's own events only.
  const emit = events.emit as (name: string, payload: unknown) => void;
  const rates = {
    plain: measure((value) => bus.publish(EVENT, {metric: 'cpu', value})),
    checked: measure((value) => emit(EVENT, {metric: 'cpu', value})),
  };
  if (sum === 0) throw new Error('Nobody was told.');
  return rates;
}

/** The median of several rounds; a first one warms the code up. */
function measure(emit: (value: number) => void): number {
  const rates = Array.from({length: ROUNDS + 1}, () => {
    const start = performance.now();
    for (let count = 0; count < EMITS; count++) emit(count);
    return (EMITS / (performance.now() - start)) * 1000;
  });
  return rates.slice(1).sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}
