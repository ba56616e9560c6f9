import {expect} from '@open-wc/testing';
import type {Notice} from '../services.ts';
import {NoticeTimers} from './notice-timers.ts';

/** The clock of the test: nothing here waits for real seconds. */
function withClock(run: (advance: (milliseconds: number) => void) => void): void {
  const {setTimeout: realSet, clearTimeout: realClear} = globalThis;
  let now = 0;
  const due = new Map<number, {at: number; call: () => void}>();
  let next = 1;
  globalThis.setTimeout = ((call: () => void, delay: number) => {
    due.set(next, {at: now + delay, call});
    return next++;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => void due.delete(id)) as typeof clearTimeout;
  try {
    run((milliseconds) => {
      now += milliseconds;
      for (const [id, {at, call}] of [...due]) {
        if (at > now) continue;
        due.delete(id);
        call();
      }
    });
  } finally {
    Object.assign(globalThis, {setTimeout: realSet, clearTimeout: realClear});
  }
}

const notice = (id: number, kind: Notice['kind'], more: Partial<Notice> = {}): Notice => ({
  id,
  kind,
  text: kind,
  ...more,
});

describe('NoticeTimers', () => {
  it('dismisses each in its time, and neither errors nor what offers an action', () => {
    withClock((advance) => {
      const gone: number[] = [];
      const timers = new NoticeTimers((id) => gone.push(id));
      const action = {label: 'Undo', run: () => {}};
      timers.follow([notice(1, 'success'), notice(2, 'warning'), notice(3, 'error'), notice(4, 'info', {action})]);
      advance(6_000);
      expect(gone).to.deep.equal([1]);
      timers.follow([notice(2, 'warning'), notice(3, 'error'), notice(4, 'info', {action}), notice(5, 'info')]);
      advance(6_000);
      expect(gone).to.deep.equal([1, 2, 5]);
      advance(600_000);
      expect(gone).to.deep.equal([1, 2, 5]);
    });
  });

  it('waits while held and forgets what was taken back', () => {
    withClock((advance) => {
      const gone: number[] = [];
      const timers = new NoticeTimers((id) => gone.push(id));
      timers.follow([notice(1, 'success'), notice(2, 'success')]);
      advance(5_000);
      timers.hold();
      advance(60_000);
      expect(gone).to.deep.equal([]);
      timers.follow([notice(2, 'success')]);
      advance(6_000);
      expect(gone).to.deep.equal([2]);
    });
  });
});
