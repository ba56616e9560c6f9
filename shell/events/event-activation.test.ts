import type {Host, ModuleHead, ModuleHooks, ModuleManifest} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {activateOnEvents} from '../registry/activate-on-events.ts';
import {createManifests} from '../registry/manifests.ts';
import {createRegistry, type Registry} from '../registry/registry.ts';
import {createEventBus, type ShellEventBus} from './event-bus.ts';
import {holdWhileActivating} from './hold-while-activating.ts';
import {createModuleEvents} from './module-events.ts';

const EVENT = 'source:thing';

interface Fixture {
  readonly bus: ShellEventBus;
  readonly registry: Registry;
  readonly reported: string[];
  readonly stop: () => void;
}

/** Modules that wait for the event, by id, with what they do when they are activated. */
function create(modules: Readonly<Record<string, ModuleHooks>>): Fixture {
  const reported: string[] = [];
  const bus = createEventBus((owner, name, error) => reported.push(`${owner} ${name} ${(error as Error).message}`));
  const ids = Object.keys(modules);
  const registry: Registry = createRegistry({
    manifests: createManifests({
      inline: {manifests: Object.fromEntries(ids.map((id) => [id, toManifest(id)]))},
      fetch: () => Promise.reject(new TypeError('offline')),
      onSignedOut: () => Promise.resolve(),
      loadParser: () => Promise.reject(new Error('not needed')),
    }),
    loadExport: ({id}) => Promise.resolve({hooks: modules[id]}),
    async createHost(manifest, signal, undo) {
      const events = await createModuleEvents(manifest, signal, bus);
      const on = (name: never, listener: never): (() => void) => undo.defer(events.on(name, listener));
      return {module: {id: manifest.id}, signal, events: {...events, on}} as unknown as Host;
    },
    onTransition: (record) => holdWhileActivating(record, bus, (id) => registry.find(id)?.status),
    report: (module, {code}) => reported.push(`${module} ${code}`),
    hookTimeout: 200,
  });
  for (const id of ids) registry.register(toHead(id));
  const report = (id: string, error: unknown): number => reported.push(`${id} ${(error as Error).message}`);
  const stop = activateOnEvents(registry, bus, report, Promise.resolve());
  return {bus, registry, reported, stop};
}

const toManifest = (id: string): ModuleManifest => ({
  id,
  name: id,
  version: '1.0.0',
  apiVersion: 1,
  main: {entry: 'main.js', export: 'default'},
  events: {subscribe: [EVENT]},
});

const toHead = (id: string): ModuleHead => ({
  id,
  name: id,
  version: '1.0.0',
  manifest: `/m/${id}.json`,
  activation: [`onEvent:${EVENT}`],
});

const listen = (host: Host, heard: unknown[]): void =>
  void host.events.on(EVENT as never, (payload: unknown) => heard.push(payload));

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('activation by an event', () => {
  it('hands a lazy subscriber what was published while it started, once and in order', async () => {
    const heard: unknown[] = [];
    let goOn = (): void => {};
    const {bus, registry, stop} = create({
      lazy: {
        async onActivate(host) {
          listen(host, heard);
          await new Promise<void>((resolve) => (goOn = resolve));
        },
      },
    });
    for (const payload of [1, 2, 3]) bus.publish(EVENT, payload);
    await settled();
    bus.publish(EVENT, 4);
    const early = [...heard];
    goOn();
    await registry.activate('lazy');
    await settled();
    bus.publish(EVENT, 5);
    expect([early, heard]).to.deep.equal([[], [1, 2, 3, 4, 5]]);
    stop();
  });

  it('keeps the order when the subscriber, while it is told, publishes again', async () => {
    const heard: unknown[] = [];
    const {bus, stop} = create({
      lazy: {
        onActivate(host) {
          listen(host, heard);
          host.events.on(EVENT as never, (payload: number) => payload === 1 && bus.publish(EVENT, 9));
        },
      },
    });
    bus.publish(EVENT, 1);
    bus.publish(EVENT, 2);
    await settled();
    expect(heard).to.deep.equal([1, 2, 9]);
    stop();
  });

  it('gives nothing to a module that fails, and nothing old when somebody tries again', async () => {
    const heard: unknown[] = [];
    let isBroken = true;
    const {bus, registry, reported, stop} = create({
      broken: {
        onActivate(host) {
          listen(host, heard);
          if (isBroken) throw new Error('no');
        },
      },
    });
    bus.publish(EVENT, 1);
    await settled();
    isBroken = false;
    bus.publish(EVENT, 2);
    await registry.activate('broken');
    await settled();
    bus.publish(EVENT, 3);
    expect([heard, reported]).to.deep.equal([[3], ["broken The module 'broken' could not be activated."]]);
    stop();
  });

  it('starts a module again that is just being deactivated, and hands it the event', async () => {
    const heard: unknown[] = [];
    const {bus, registry, stop} = create({lazy: {onActivate: (host) => listen(host, heard)}});
    await registry.activate('lazy');
    await settled();
    const gone = registry.deactivate('lazy');
    bus.publish(EVENT, 1);
    await gone;
    await settled();
    expect([registry.find('lazy')?.status, heard]).to.deep.equal(['active', [1]]);
    stop();
  });

  it('unsubscribes a module that is deactivated', async () => {
    const heard: unknown[] = [];
    const {bus, registry, stop} = create({lazy: {onActivate: (host) => listen(host, heard)}});
    await registry.activate('lazy');
    await registry.deactivate('lazy');
    stop();
    bus.publish(EVENT, 1);
    await settled();
    expect(heard).to.deep.equal([]);
  });

  it('lets a subscriber that throws harm no other, of its own or of somebody else', async () => {
    const heard: unknown[] = [];
    const {bus, reported, stop} = create({
      broken: {
        onActivate(host) {
          host.events.on(EVENT as never, () => {
            throw new Error('cannot bear it');
          });
          listen(host, heard);
        },
      },
      fine: {onActivate: (host) => listen(host, heard)},
    });
    bus.publish(EVENT, 1);
    bus.publish(EVENT, 2);
    await settled();
    expect([heard, reported]).to.deep.equal([
      [1, 2, 1, 2],
      ['broken source:thing cannot bear it', 'broken source:thing cannot bear it'],
    ]);
    stop();
  });

  it('does not look at a thousand modules for each event', () => {
    let looked = 0;
    const {bus, registry, stop} = create({});
    for (let index = 0; index < 1000; index++) {
      registry.register(
        Object.defineProperty(toHead(`m${index}`), 'activation', {get: () => ((looked += 1), ['onEvent:other:thing'])}),
      );
    }
    bus.publish(EVENT, 1);
    const first = looked;
    for (let count = 0; count < 100; count++) bus.publish(EVENT, count);
    expect([first > 0, looked - first]).to.deep.equal([true, 0]);
    stop();
  });
});
