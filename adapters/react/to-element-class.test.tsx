import {expect} from '@open-wc/testing';
import {createTestHost, mount} from '@openchoreo/portal-test-kit';
import {useState, type ReactNode} from 'react';
import {toElementClass} from './to-element-class.tsx';

function Counter({start = 0}: {readonly start?: number}): ReactNode {
  const [count, setCount] = useState(start);
  return <button onClick={() => setCount(count + 1)}>Count {count}</button>;
}

describe('toElementClass', () => {
  it('shows a component', async () => {
    const host = createTestHost({module: 'x', messages: {}});
    const mounted = await mount('test-counter', toElementClass(Counter), host);
    expect(mounted.text()).to.equal('Count 0');
    mounted.find('button')!.click();
    await mounted.settle();
    expect(mounted.text()).to.equal('Count 1');
  });
});
