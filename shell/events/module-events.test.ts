import {PortalError, type EventBus, type ModuleManifest} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {createEventBus, type ShellEventBus} from './event-bus.ts';
import {loadModuleEvents} from './load-module-events.ts';
import {createModuleEvents} from './module-events.ts';

const MANIFEST: ModuleManifest = {
  id: 'analytics',
  name: 'Analytics',
  version: '1.0.0',
  apiVersion: 1,
  events: {
    publish: {
      'analytics:data-updated': {
        type: 'object',
        required: ['metric', 'value'],
        properties: {metric: {type: 'string'}, value: {type: 'number'}},
      },
      'analytics:cleared': {type: 'null'},
    },
    subscribe: ['deployments:finished'],
  },
};

/** As code that no compiler has seen. */
interface AnyBus {
  emit(name: string, payload: unknown): void;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

interface Fixture {
  readonly bus: ShellEventBus;
  readonly events: AnyBus;
  readonly abort: AbortController;
  readonly heard: unknown[];
}

async function create(): Promise<Fixture> {
  const bus = createEventBus(() => {});
  const abort = new AbortController();
  const heard: unknown[] = [];
  bus.onAs('other', 'analytics:data-updated', (payload: unknown) => heard.push(payload));
  return {bus, abort, heard, events: toAny(await createModuleEvents(MANIFEST, abort.signal, bus))};
}

const toAny = (events: EventBus): AnyBus => events;

function refusal(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    const {code, message} = error as PortalError;
    return [code, message];
  }
  throw new Error('It was not refused.');
}

describe('events of a module', () => {
  it('publishes what it declares, at once', async () => {
    const {events, heard} = await create();
    events.emit('analytics:data-updated', {metric: 'cpu', value: 3});
    expect(heard).to.deep.equal([{metric: 'cpu', value: 3}]);
  });

  it('refuses a payload that does not fit, with every fault, and tells nobody', async () => {
    const {events, heard} = await create();
    expect([refusal(() => events.emit('analytics:data-updated', {metric: 7})), heard]).to.deep.equal([
      [
        'EVENT_INVALID',
        "The payload of the event 'analytics:data-updated' does not fit its schema: " +
          'value: found nothing, expected a value; metric: found 7, expected string',
      ],
      [],
    ]);
  });

  it('refuses an event that it does not declare, and one of somebody else', async () => {
    const {events} = await create();
    expect([
      refusal(() => events.emit('analytics:removed', {})),
      refusal(() => events.emit('deployments:finished', {})),
      refusal(() => events.emit('portal:module-failed', {})),
      refusal(() => events.emit('__proto__', {})),
    ]).to.deep.equal([
      [
        'EVENT_NOT_DECLARED',
        "The module 'analytics' does not name the event 'analytics:removed' under events.publish in its manifest.",
      ],
      [
        'EVENT_NOT_OWNED',
        "The module 'analytics' cannot publish 'deployments:finished': that event belongs to 'deployments'.",
      ],
      [
        'EVENT_NOT_OWNED',
        "The module 'analytics' cannot publish 'portal:module-failed': that event belongs to 'portal'.",
      ],
      ['EVENT_NOT_OWNED', "The module 'analytics' cannot publish '__proto__': that event belongs to '__proto__'."],
    ]);
  });

  it('hears what it names and its own, and nothing else', async () => {
    const {events, bus} = await create();
    const heard: unknown[] = [];
    events.on('deployments:finished', (payload) => heard.push(payload));
    events.on('analytics:cleared', (payload) => heard.push(payload));
    bus.publish('deployments:finished', 'shop');
    events.emit('analytics:cleared', null);
    expect([heard, refusal(() => events.on('deployments:started', () => {}))]).to.deep.equal([
      ['shop', null],
      [
        'EVENT_NOT_DECLARED',
        "The module 'analytics' does not name the event 'deployments:started' under events.subscribe in its manifest.",
      ],
    ]);
  });

  it('refuses everything to a module that declares nothing', async () => {
    const {bus} = await create();
    const silent: ModuleManifest = {id: 'analytics', name: 'Analytics', version: '1.0.0', apiVersion: 1};
    const events = toAny(await loadModuleEvents(silent, new AbortController().signal, bus));
    const sentence = "The module 'analytics' does not name the event 'analytics:cleared' under events in its manifest.";
    expect([
      refusal(() => events.emit('analytics:cleared', null)),
      refusal(() => events.on('analytics:cleared', () => {})),
    ]).to.deep.equal([
      ['EVENT_NOT_DECLARED', sentence],
      ['EVENT_NOT_DECLARED', sentence],
    ]);
  });

  it('publishes nothing once the module is deactivated', async () => {
    const {events, abort, heard} = await create();
    abort.abort();
    expect([refusal(() => events.emit('analytics:data-updated', {metric: 'cpu', value: 3})), heard]).to.deep.equal([
      ['MODULE_INACTIVE', "The module 'analytics' is no longer active."],
      [],
    ]);
  });

  it('lets through exactly the payloads that fit, whatever is emitted', async () => {
    const {events, heard} = await create();
    const payload = fc.oneof(
      fc.anything(),
      fc.record({metric: fc.oneof(fc.string(), fc.anything()), value: fc.oneof(fc.double(), fc.anything())}),
      fc.record({metric: fc.string(), value: fc.double({noNaN: true, noDefaultInfinity: true}), more: fc.jsonValue()}),
    );
    fc.assert(
      fc.property(payload, (value) => {
        const before = heard.length;
        let code: string | undefined;
        try {
          events.emit('analytics:data-updated', value);
        } catch (error) {
          code = error instanceof PortalError ? error.code : String(error);
        }
        expect([code, heard.length - before]).to.deep.equal(fits(value) ? [undefined, 1] : ['EVENT_INVALID', 0]);
      }),
    );
  });

  it('of code that was written for no manifest are free under its own id, and heard from everybody', async () => {
    const {bus, abort, heard} = await create();
    const undeclared = {...MANIFEST, events: {undeclared: true}};
    const events = toAny(await loadModuleEvents(undeclared, abort.signal, bus));
    events.emit('analytics:data-updated', 'anything');
    expect(refusal(() => events.emit('deployments:finished', {}))[0]).to.equal('EVENT_NOT_OWNED');
    events.on('other:news', (payload) => heard.push(payload));
    bus.publish('other:news', 1);
    expect(heard).to.deep.equal(['anything', 1]);
  });
});

/** The schema's words once more, by hand: JSON data with a text and a number. */
function fits(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const {metric, value: number} = value;
  return (
    typeof metric === 'string' && Number.isFinite(number) && Object.values(value).every((one) => isData(one, true))
  );
}

function isData(value: unknown, mayMiss = false): boolean {
  if (value === undefined) return mayMiss;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return Array.from(value as unknown[]).every((item) => isData(item));
  return Number.isFinite(value) || (isPlain(value) && Object.values(value).every((item) => isData(item, true)));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
