import {expect} from '@open-wc/testing';
import {createTimelines} from './timelines.ts';

describe('timelines', () => {
  it('keep the steps of each module with their times, and count what an active one handles', () => {
    let now = 0;
    const timelines = createTimelines(() => (now += 10));
    timelines.handle('a');
    timelines.add('a', 'registered');
    timelines.add('b', 'failed', 'RENDER_FAILED');
    timelines.add('a', 'active');
    timelines.handle('a');
    timelines.handle('a');
    timelines.add('a', 'deactivating');
    timelines.handle('a');
    expect([timelines.of('a'), timelines.of('b'), timelines.of('c')]).to.deep.equal([
      [
        {status: 'registered', at: 10},
        {status: 'active', at: 30},
        {status: 'handling', at: 40, count: 2},
        {status: 'deactivating', at: 50},
      ],
      [{status: 'failed', at: 20, detail: 'RENDER_FAILED'}],
      [],
    ]);
  });

  it('forget the oldest steps', () => {
    const timelines = createTimelines();
    for (let step = 0; step < 500; step += 1) timelines.add('a', 'active', String(step));
    expect([timelines.of('a').length, timelines.of('a')[0]?.detail]).to.deep.equal([100, '400']);
  });
});
