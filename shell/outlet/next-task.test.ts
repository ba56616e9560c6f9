import {expect} from '@open-wc/testing';
import {nextTask} from './next-task.ts';

describe('nextTask', () => {
  it('comes after all microtasks, with and without a scheduler', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
    for (const isThere of [true, false]) {
      if (!isThere) Object.defineProperty(globalThis, 'scheduler', {value: undefined, configurable: true});
      const calls: string[] = [];
      const task = nextTask().then(() => calls.push('task'));
      for (let index = 0; index < 50; index++) await Promise.resolve();
      calls.push('microtasks');
      await task;
      expect(calls).to.deep.equal(['microtasks', 'task']);
    }
    if (own) Object.defineProperty(globalThis, 'scheduler', own);
    else delete (globalThis as {scheduler?: unknown}).scheduler;
  });
});
