import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {createEventBus} from './event-bus.ts';

const NAME = 'portal:composition-changed';
const PAYLOAD = {composition: 'c1'};

describe('event bus', () => {
  it('calls listeners in the order they were added', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    bus.on(NAME, ({composition}) => calls.push(`a ${composition}`));
    bus.on(NAME, () => calls.push('b'));
    bus.emit(NAME, PAYLOAD);
    expect(calls).to.deep.equal(['a c1', 'b']);
  });

  it('reports a listener that throws as its owner’s, and calls the others', () => {
    const reported: unknown[] = [];
    const bus = createEventBus((owner, name, error) => reported.push([owner, name, (error as Error).message]));
    const calls: string[] = [];
    bus.onAs('broken', NAME, () => {
      throw new Error('no');
    });
    bus.onAs('fine', NAME, () => calls.push('fine'));
    bus.emit(NAME, PAYLOAD);
    expect({reported, calls}).to.deep.equal({reported: [['broken', NAME, 'no']], calls: ['fine']});
  });

  it('stops calling after the undo, which may be called twice', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    const listener = (): void => void calls.push('x');
    const first = bus.on(NAME, listener);
    bus.on(NAME, listener);
    first();
    first();
    bus.emit(NAME, PAYLOAD);
    expect(calls).to.deep.equal(['x']);
  });

  it('does not call a listener that was added during the emit', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    bus.on(NAME, () => bus.on(NAME, () => calls.push('late')));
    bus.emit(NAME, PAYLOAD);
    expect(calls).to.deep.equal([]);
  });

  it('does not call a listener that was taken away during the emit', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    bus.on(NAME, () => takeAway());
    const takeAway = bus.on(NAME, () => calls.push('gone'));
    bus.on(NAME, () => calls.push('stays'));
    bus.emit(NAME, PAYLOAD);
    expect(calls).to.deep.equal(['stays']);
  });

  it('keeps back what an owner would hear, and tells it in order, once', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    bus.hold('late', ['other:first']);
    bus.publish('other:first', 1);
    bus.onAs('late', 'other:first', (payload: number) => {
      calls.push(`first ${payload}`);
      if (payload === 1) bus.publish('other:second', 3);
    });
    bus.onAs('late', 'other:second', (payload: number) => calls.push(`second ${payload}`));
    bus.publish('other:second', 2);
    bus.publish('other:third', 0);
    expect(calls).to.deep.equal([]);
    bus.release('late');
    bus.publish('other:first', 4);
    expect(calls).to.deep.equal(['first 1', 'second 2', 'second 3', 'first 4']);
  });

  it('forgets what was kept back when it is dropped', () => {
    const bus = createEventBus(() => {});
    const calls: unknown[] = [];
    bus.hold('late', [NAME]);
    bus.emit(NAME, PAYLOAD);
    bus.drop('late');
    bus.onAs('late', NAME, () => calls.push('heard'));
    bus.release('late');
    expect(calls).to.deep.equal([]);
  });

  it('keeps ten thousand events at most, and says so once', () => {
    const reported: string[] = [];
    const bus = createEventBus((owner, name) => reported.push(`${owner} ${name}`));
    let heard = 0;
    bus.hold('late', ['other:much']);
    for (let count = 0; count < 10_005; count++) bus.publish('other:much', count);
    bus.onAs('late', 'other:much', () => (heard += 1));
    bus.release('late');
    expect([heard, reported]).to.deep.equal([10_000, ['late other:much']]);
  });

  it('bears ten thousand listeners that come and leave in any order', () => {
    const bus = createEventBus(() => {});
    let heard = 0;
    const undos = Array.from({length: 10_000}, () => bus.on(NAME, () => (heard += 1)));
    bus.emit(NAME, PAYLOAD);
    for (const [index, undo] of undos.entries()) if (index % 3 > 0) undo();
    bus.emit(NAME, PAYLOAD);
    for (const undo of undos) undo();
    bus.emit(NAME, PAYLOAD);
    expect(heard).to.equal(10_000 + 3334);
  });

  it('behaves as a list that is copied at each emit, whatever listeners do meanwhile', () => {
    fc.assert(
      fc.property(fc.array(step(2), {maxLength: 30}), (steps) => {
        expect(run(steps)).to.deep.equal(model(steps));
      }),
    );
  });
});

/** What somebody does with the bus; a listener does its own steps whenever it is called. */
type Step =
  | {readonly do: 'add'; readonly id: number; readonly then: readonly Step[]}
  | {readonly do: 'remove'; readonly id: number}
  | {readonly do: 'emit'};

const EVENT = 'other:thing';
const MOST_CALLS = 200;

function step(depth: number): fc.Arbitrary<Step> {
  const id = fc.nat(4);
  const inner = depth === 0 ? fc.constant<Step[]>([]) : fc.array(step(depth - 1), {maxLength: 3});
  return fc.oneof(
    fc.record({do: fc.constant('add' as const), id, then: inner}),
    fc.record({do: fc.constant('remove' as const), id}),
    fc.constant<Step>({do: 'emit'}),
  );
}

function run(steps: readonly Step[]): readonly number[] {
  const bus = createEventBus(() => {});
  const undos = new Map<number, (() => void)[]>();
  const calls: number[] = [];
  const perform = (all: readonly Step[]): void => {
    for (const one of all) {
      if (one.do === 'emit') bus.publish(EVENT, undefined);
      else if (one.do === 'remove') undos.get(one.id)?.shift()?.();
      else {
        const {id, then} = one;
        const undo = bus.onAs('x', EVENT, () => {
          if (calls.push(id) < MOST_CALLS) perform(then);
        });
        undos.set(id, [...(undos.get(id) ?? []), undo]);
      }
    }
  };
  perform(steps);
  return calls;
}

/** The same, as simple as can be. */
function model(steps: readonly Step[]): readonly number[] {
  let listeners: {readonly id: number; readonly then: readonly Step[]; gone: boolean}[] = [];
  const calls: number[] = [];
  const perform = (all: readonly Step[]): void => {
    for (const one of all) {
      if (one.do === 'emit') {
        for (const listener of [...listeners]) {
          if (!listener.gone && calls.push(listener.id) < MOST_CALLS) perform(listener.then);
        }
      } else if (one.do === 'add') listeners.push({id: one.id, then: one.then, gone: false});
      else {
        const first = listeners.find(({id}) => id === one.id);
        if (first) first.gone = true;
        listeners = listeners.filter((listener) => listener !== first);
      }
    }
  };
  perform(steps);
  return calls;
}
