import {expect} from '@open-wc/testing';
import {createTestHost, mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ModuleHealth} from './module-health.ts';

const state = (id: string, status: 'active' | 'failed') => ({id, name: id, version: '1.0.0', status, since: 0});

describe('ModuleHealth', () => {
  let host: TestHost;
  let line: Mounted<ModuleHealth>;

  beforeEach(async () => {
    host = createTestHost({module: 'module-manager', messages});
    host.states.set([state('a', 'active'), state('b', 'active')]);
    line = await mount('module-manager-module-health', ModuleHealth, host);
  });

  it('says whether all modules work, follows them, and leads to their list', async () => {
    await expect(line.element).to.be.accessible();
    expect([line.text().trim(), line.find('a')?.className]).to.deep.equal(['All modules work', 'fine']);
    host.states.set([state('a', 'active'), state('b', 'failed')]);
    await line.settle();
    await expect(line.element).to.be.accessible();
    expect([line.text().trim(), line.find('a')?.className]).to.deep.equal(['1 module failed', 'failed']);
    expect(line.find('a')?.getAttribute('href')).to.contain('/modules');
  });

  it('is its icon alone where there is room for no more, and keeps its words for those who cannot see it', async () => {
    line.element.style.width = '56px';
    await line.settle();
    const words = line.find('span')!;
    expect([words.getBoundingClientRect().width <= 1, words.textContent]).to.deep.equal([true, 'All modules work']);
    expect(line.element.scrollWidth <= 56).to.equal(true);
    line.element.style.width = '200px';
    expect(words.getBoundingClientRect().width > 60).to.equal(true);
  });
});
