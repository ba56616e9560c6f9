import {expect} from '@open-wc/testing';
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

  it('delivers to one owner only when asked to', () => {
    const bus = createEventBus(() => {});
    const calls: string[] = [];
    bus.onAs('a', NAME, () => calls.push('a'));
    bus.onAs('b', NAME, () => calls.push('b'));
    bus.deliver('b', NAME, PAYLOAD);
    expect(calls).to.deep.equal(['b']);
  });
});
