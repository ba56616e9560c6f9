import {
  PortalError,
  type DisposableStack,
  type Host,
  type ModuleHead,
  type ModuleManifest,
} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {calls, definition, slow, throwing} from '../testing/beta/main.ts';
import {rejection} from '../testing/rejection.ts';
import {createManifests} from './manifests.ts';
import {createRegistry, type Registry} from './registry.ts';

interface Fixture {
  readonly registry: Registry;
  readonly transitions: string[];
  readonly reported: string[];
  /** Removes all modules. */
  readonly remove: () => void;
}

/** The host that a hook was given last. */
const seen: {host?: Host} = {};

const MAINS: Readonly<Record<string, unknown>> = {
  definition,
  throwing,
  slow,
  hanging: {
    hooks: {
      onActivate: (own: Host) => {
        seen.host = own;
        own.state.selection.listen(() => {});
        return new Promise(() => {});
      },
    },
  },
  stubborn: {hooks: {onDeactivate: () => new Promise(() => {})}},
  angry: {
    hooks: {
      onDeactivate: () => {
        throw new Error('no');
      },
    },
  },
  nonsense: {hooks: {onActivate: () => 42, onDeactivate: () => ({then: 'later'})}},
  notHooks: {hooks: {onInstall: 'yes'}},
  greedy: {
    hooks: {
      onActivate(own: Host) {
        for (let count = 0; count < 10_000; count += 1) own.state.selection.listen(() => {});
      },
    },
  },
  late: {
    hooks: {
      onActivate: (own: Host) => void (seen.host = own),
      onDeactivate(own: Host) {
        own.state.selection.listen(() => {});
      },
    },
  },
  installed: {
    hooks: {
      onInstall: (own: Host) => {
        calls.push(`install ${own.module.id}`);
        own.state.selection.listen(() => {});
      },
      onUpdate: (from: string, own: Host) => void calls.push(`update ${own.module.id} from ${from}`),
      onUninstall: () => Promise.reject(new Error('not yet')),
    },
  },
};

function create(modules: Readonly<Record<string, Partial<ModuleManifest>>>, hookTimeout = 200): Fixture {
  const transitions: string[] = [];
  const reported: string[] = [];
  const inline = Object.fromEntries(Object.entries(modules).map(([id, rest]) => [id, toManifest(id, rest)]));
  const registry = createRegistry({
    manifests: createManifests({
      inline: {manifests: inline},
      fetch: () => Promise.reject(new TypeError('offline')),
      onSignedOut: () => Promise.resolve(),
      loadParser: () => Promise.reject(new Error('not needed')),
    }),
    loadExport: (_head, _entry, name) => Promise.resolve(MAINS[name]),
    createHost: (manifest, signal, undo) => toHost(manifest, signal, undo),
    onTransition: ({head, status}) => transitions.push(`${head.id} ${status}`),
    onCleanedUp: ({id}) => transitions.push(`${id} cleaned-up`),
    report: (module, {code}) => reported.push(`${module} ${code}`),
    hookTimeout,
  });
  const removes = Object.keys(modules).map((id) => registry.register(toHead(id)));
  return {registry, transitions, reported, remove: () => removes.forEach((remove) => remove())};
}

const withRemovable = (main: string): Fixture => create({late: hasMain(main)});

const toHead = (id: string, version = '1.0.0'): ModuleHead => ({id, name: id, version, manifest: `/m/${id}.json`});

const toManifest = (id: string, rest: Partial<ModuleManifest>): ModuleManifest => ({
  id,
  name: id,
  version: '1.0.0',
  apiVersion: 1,
  ...rest,
});

const needs = (...ids: string[]): Partial<ModuleManifest> => ({
  dependencies: {modules: Object.fromEntries(ids.map((id) => [id, '^1.0.0']))},
});

const hasMain = (name: string): Partial<ModuleManifest> => ({main: {entry: 'main.js', export: name}});

/** What hooks have registered and nobody has undone. */
const registrations = new Set<object>();

/** As much of a host as the hooks in the fixture touch; each registration counts until it is undone. */
function toHost({id}: ModuleManifest, signal: AbortSignal, undo: DisposableStack): Host {
  const register = (): (() => void) => {
    const registration = {};
    registrations.add(registration);
    return undo.defer(() => void registrations.delete(registration));
  };
  return {
    module: {id, version: '1.0.0'},
    signal,
    events: {on: register},
    state: {selection: {listen: register}},
  } as never;
}

describe('registry', () => {
  beforeEach(() => {
    calls.length = 0;
    registrations.clear();
  });

  it('goes through registered, activating and active, and tells each step', async () => {
    const {registry, transitions} = create({a: hasMain('definition')});
    await registry.activate('a');
    expect([transitions, calls]).to.deep.equal([['a registered', 'a activating', 'a active'], ['activate a']]);
  });

  it('gives the same promise to whoever asks twice', async () => {
    const {registry} = create({a: hasMain('definition')});
    const first = registry.activate('a');
    expect(registry.activate('a')).to.equal(first);
    await first;
    expect(registry.activate('a')).to.equal(first);
    await first;
    expect(calls).to.deep.equal(['activate a']);
  });

  it('activates dependencies first', async () => {
    const {registry, transitions} = create({a: needs('b'), b: needs('c'), c: {}});
    await registry.activate('a');
    expect(transitions.filter((line) => line.endsWith(' active'))).to.deep.equal(['c active', 'b active', 'a active']);
  });

  it('refuses a circle by name, whoever asks first, and at the same time', async () => {
    const {registry} = create({a: needs('b'), b: needs('c'), c: needs('a')});
    const [first, second] = await Promise.all([rejection(registry.activate('a')), rejection(registry.activate('b'))]);
    expect([first.code, first.values, second.values]).to.deep.equal([
      'DEPENDENCY_CYCLE',
      ['a → b → c → a'],
      ['b → c → a → b'],
    ]);
  });

  it('names the dependency that is missing, and the module that needs it', async () => {
    const {registry} = create({a: needs('b'), b: needs('gone')});
    const {code, values} = await rejection(registry.activate('a'));
    expect([code, values]).to.deep.equal(['DEPENDENCY_MISSING', ['b', 'gone']]);
  });

  it('fails a module with its dependency, and keeps the cause', async () => {
    const {registry} = create({a: needs('b'), b: hasMain('throwing')});
    const {code, values, cause} = await rejection(registry.activate('a'));
    expect([code, values, (cause as PortalError).code]).to.deep.equal([
      'DEPENDENCY_FAILED',
      ['a', 'b'],
      'ACTIVATION_FAILED',
    ]);
  });

  it('undoes what a module registered before its activation failed, and can try again', async () => {
    const {registry} = create({a: hasMain('throwing')});
    await rejection(registry.activate('a'));
    expect([registry.find('a')?.status, registrations.size]).to.deep.equal(['failed', 0]);
    expect((await rejection(registry.activate('a'))).code).to.equal('ACTIVATION_FAILED');
  });

  it('does not wait for a hook that never ends', async () => {
    const {registry} = create({a: hasMain('slow')}, 20);
    expect((await rejection(registry.activate('a'))).code).to.equal('ACTIVATION_TIMEOUT');
  });

  it('refuses a module it does not know, and a second one with the same id', async () => {
    const {registry} = create({a: {}});
    expect((await rejection(registry.activate('b'))).code).to.equal('MODULE_UNKNOWN');
    expect(() => registry.register(toHead('a')))
      .to.throw()
      .with.property('code', 'MODULE_DUPLICATE');
  });

  it('says that the manifest cannot be had', async () => {
    const {registry} = create({a: {}});
    registry.register(toHead('b'));
    expect((await rejection(registry.activate('b'))).code).to.equal('MODULE_LOAD_FAILED');
  });

  it('aborts, undoes, then calls onDeactivate', async () => {
    const {registry, transitions} = create({a: hasMain('definition')});
    await registry.activate('a');
    await registry.deactivate('a');
    expect([calls, registrations.size, transitions.slice(-3)]).to.deep.equal([
      ['activate a', 'abort', 'deactivate a'],
      0,
      ['a deactivating', 'a deactivated', 'a cleaned-up'],
    ]);
  });

  it('deactivates dependents before what they need', async () => {
    const {registry, transitions} = create({a: needs('b'), b: {}});
    await registry.activate('a');
    await registry.deactivate('b');
    expect(transitions.filter((line) => line.endsWith(' deactivated'))).to.deep.equal([
      'a deactivated',
      'b deactivated',
    ]);
  });

  it('ends a module that is removed while it activates', async () => {
    const {registry, remove} = withRemovable('definition');
    const activation = rejection(registry.activate('late'));
    remove();
    expect([(await activation).code, registrations.size, registry.all.get()]).to.deep.equal(['MODULE_DISABLED', 0, []]);
  });

  it('forgets a removed module at once, and tells when it is deactivated', async () => {
    const {registry, remove, transitions} = withRemovable('definition');
    await registry.activate('late');
    remove();
    expect([registry.find('late'), registrations.size]).to.deep.equal([undefined, 0]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(transitions.slice(-2)).to.deep.equal(['late deactivated', 'late cleaned-up']);
  });

  it('lets a module that comes back wait until it has gone', async () => {
    const {registry, remove} = withRemovable('definition');
    await registry.activate('late');
    remove();
    registry.register(toHead('late'));
    await registry.activate('late');
    expect(calls).to.deep.equal(['activate late', 'abort', 'deactivate late', 'activate late']);
  });

  it('breaks off a module that is taken away while its hook hangs: at once, and it can start again', async () => {
    const {registry, transitions} = create({a: hasMain('hanging')}, 10_000);
    const activation = rejection(registry.activate('a'));
    await new Promise((resolve) => setTimeout(resolve));
    const before = registrations.size;
    await registry.deactivate('a');
    expect([before, registrations.size, (await activation).code, seen.host?.signal.aborted]).to.deep.equal([
      1,
      0,
      'MODULE_DISABLED',
      true,
    ]);
    expect(transitions).to.deep.equal(['a registered', 'a activating', 'a deactivated', 'a cleaned-up']);
    const again = registry.activate('a');
    expect(registry.find('a')?.status).to.equal('activating');
    void registry.deactivate('a');
    await rejection(again);
  });

  it('reports a hook that hangs or throws on the way out, and goes on', async () => {
    const {registry, reported} = create({a: hasMain('stubborn'), b: hasMain('angry')}, 20);
    await registry.activate('a');
    await registry.activate('b');
    await Promise.all([registry.deactivate('a'), registry.deactivate('b')]);
    expect([reported, registry.find('a')?.status, registry.find('b')?.status]).to.deep.equal([
      ['b HOOK_FAILED', 'a HOOK_FAILED'],
      'deactivated',
      'deactivated',
    ]);
  });

  it('takes no notice of what hooks give back, and refuses hooks that are none', async () => {
    const {registry, reported} = create({a: hasMain('nonsense'), b: hasMain('notHooks')});
    await registry.activate('a');
    await registry.deactivate('a');
    expect([reported, (await rejection(registry.activate('b'))).code]).to.deep.equal([[], 'ACTIVATION_FAILED']);
  });

  it('undoes at once what a module registers after it was deactivated', async () => {
    const {registry} = create({a: hasMain('late')});
    await registry.activate('a');
    await registry.deactivate('a');
    seen.host?.state.selection.listen(() => {});
    expect(registrations.size).to.equal(0);
  });

  it('undoes ten thousand registrations of one module quickly', async () => {
    const {registry} = create({a: hasMain('greedy')});
    await registry.activate('a');
    const before = registrations.size;
    const began = performance.now();
    await registry.deactivate('a');
    expect([before, registrations.size]).to.deep.equal([10_000, 0]);
    expect(performance.now() - began).to.be.below(500);
  });

  it('leaves a module in quarantine alone until somebody tries again', async () => {
    const {registry, transitions} = create({a: hasMain('definition'), b: needs('a')});
    await registry.activate('b');
    await registry.quarantine('a', new PortalError('MODULE_QUARANTINED', ['a', '5']));
    const refused = [await rejection(registry.activate('a')), await rejection(registry.activate('b'))];
    expect([refused.map(({code}) => code), registry.find('a')?.status, registrations.size]).to.deep.equal([
      ['MODULE_QUARANTINED', 'DEPENDENCY_FAILED'],
      'quarantined',
      0,
    ]);
    registry.release('a');
    await registry.activate('b');
    expect(transitions.slice(-4)).to.deep.equal(['b activating', 'a activating', 'a active', 'b active']);
  });

  it('keeps a module in quarantine that was broken off while it activated', async () => {
    const {registry} = create({a: hasMain('hanging')}, 10_000);
    const activation = rejection(registry.activate('a'));
    await registry.quarantine('a', new PortalError('MODULE_QUARANTINED', ['a', '5']));
    expect([(await activation).code, registry.find('a')?.status]).to.deep.equal(['MODULE_DISABLED', 'quarantined']);
  });

  it('runs the hooks of the portal without activating, and undoes what they register', async () => {
    const {registry} = create({a: hasMain('installed'), b: {}});
    const ran = [
      await registry.runHook('a', 'onInstall'),
      await registry.runHook('a', 'onUpdate', '0.9.0'),
      await registry.runHook('b', 'onInstall'),
    ];
    const failure = await rejection(registry.runHook('a', 'onUninstall'));
    expect([ran, calls, registrations.size, registry.find('a')?.status]).to.deep.equal([
      [true, true, false],
      ['install a', 'update a from 0.9.0'],
      0,
      'registered',
    ]);
    expect([failure.code, failure.values]).to.deep.equal(['HOOK_FAILED', ['a', 'onUninstall']]);
  });

  it('leaves nothing after a thousand times on and off', async () => {
    const {registry, reported} = create({a: hasMain('definition')});
    for (let round = 0; round < 1000; round++) {
      await registry.activate('a');
      await registry.deactivate('a');
    }
    expect([registrations.size, reported, calls.length]).to.deep.equal([0, [], 3000]);
  });
});
