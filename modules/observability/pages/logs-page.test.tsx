import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {toElementClass} from '@openchoreo/portal-react';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {createTestObserver, type TestObserver} from '../testing/observer.ts';
import {toLineId} from '../utils/line-id.ts';
import {LogsPage} from './logs-page.tsx';

const MINUTE = 60_000;
const Page = toElementClass(LogsPage);

describe('logs page', () => {
  let observer: TestObserver;
  let host: TestHost;
  let page: Mounted<HTMLElement>;

  async function open(query = '', options: Partial<TestHostOptions> = {}): Promise<void> {
    const settings = {wrap: false, interval: '0.1'};
    host = createTestHost({module: 'observability', messages, observer: observer.answer, settings, ...options});
    page = await mount('observability-logs-page', Page, host, {location: {query: new URLSearchParams(query)}});
  }

  const rows = (): readonly string[] => page.findAll('.row .text').map((cell) => cell.textContent);
  const list = (): HTMLElement => page.find('[role=treegrid]')!;
  const press = (key: string): boolean => list().dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));

  beforeEach(() => (observer = createTestObserver({from: Date.now() - 50 * MINUTE, every: 1000})));

  it('shows the newest lines first, of the selection and the last hour', async () => {
    await open();
    await waitUntil(() => rows().length > 10);
    expect(page.text()).to.contain('200 of more than 1,000 lines');
    const [asked] = observer.asked;
    expect(asked?.searchScope).to.deep.equal({namespace: 'acme'});
    expect(Date.parse(asked?.endTime ?? '') - Date.parse(asked?.startTime ?? '')).to.equal(60 * MINUTE);
    const numbers = rows().map((text) => Number(text.slice(5)));
    expect(numbers).to.deep.equal(numbers.toSorted((a, b) => b - a));
    expect(host.missing).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
  });

  it('asks for what the address says, and marks what is looked for', async () => {
    await open('level=ERROR&q=LINE&range=15m');
    await waitUntil(() => rows().length > 0);
    const {logLevels, searchPhrase} = observer.asked[0] ?? {};
    expect([logLevels, searchPhrase]).to.deep.equal([['ERROR'], 'LINE']);
    expect(page.findAll('mark')[0]?.textContent).to.equal('line');
    expect(page.findAll('.row .level').every((cell) => cell.textContent === 'ERROR')).to.equal(true);
  });

  it('puts filters into the address', async () => {
    await open();
    await waitUntil(() => rows().length > 0);
    page.find('.level-choice.warn')!.click();
    const range = page.find<HTMLSelectElement>('select[aria-label="Time range"]')!;
    range.value = '24h';
    range.dispatchEvent(new Event('change', {bubbles: true}));
    expect(host.visits).to.deep.equal(['/observability/logs?level=WARN', '/observability/logs?range=24h']);
  });

  it('draws only the rows in view of thousands, and reads on as they are scrolled to', async function () {
    this.timeout(10_000);
    await open();
    await waitUntil(() => rows().length > 10);
    for (let turn = 0; turn < 40 && !page.text().includes('No older lines'); turn += 1) {
      list().scrollTop = list().scrollHeight;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await waitUntil(() => page.text().includes('No older lines'));
    expect(page.text()).to.match(/3,0\d\d lines/);
    expect(page.findAll('.row').length).to.be.lessThan(120);
    const seconds = observer.asked.filter(({limit}) => limit === 200).length;
    expect(seconds).to.be.within(16, 18);
  });

  it('puts new lines on top while they are looked at, and says how many', async () => {
    await open();
    await waitUntil(() => rows().length > 10);
    const [newest] = rows();
    await waitUntil(() => rows()[0] !== newest, 'a newer line came', {timeout: 4000});
    expect(rows().includes(newest ?? '')).to.equal(true);
    await waitUntil(() => page.find('[role=status]')!.textContent.includes('new line'), 'it is said');
  });

  it('does not move who reads further down, and tells of what waits', async () => {
    await open();
    await waitUntil(() => rows().length > 10);
    list().scrollTop = 600;
    await waitUntil(() => page.find('.waiting'), 'a button tells of new lines', {timeout: 4000});
    const before = rows();
    page.find('.waiting')!.click();
    await waitUntil(() => rows()[0] !== before[0] && list().scrollTop === 0);
    expect(page.find('.waiting')).to.equal(null);
  });

  it('stops to look for new lines when it is paused, and goes on', async () => {
    await open();
    await waitUntil(() => observer.asked.length > 2);
    page.find('.live')!.click();
    await page.settle();
    const asked = observer.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(observer.asked.length - asked).to.be.lessThan(2);
    page.find('.live')!.click();
    await waitUntil(() => observer.asked.length > asked + 1);
  });

  it('opens at the line of a link, marks it, and leads back to the newest', async () => {
    const at = Math.floor((Date.now() - 30 * MINUTE) / 1000) * 1000;
    const line = {
      timestamp: new Date(at).toISOString(),
      text: `line ${(at / 1000) % 100_000}`,
      component: 'cart',
      pod: 'cart-1',
    };
    await open(`line=${toLineId(line)}`);
    await waitUntil(() => page.find('.row.linked.open'));
    expect(page.find('.row.linked .text')!.textContent).to.equal(`Linked line: ${line.text}`);
    const [frame, row] = [list().getBoundingClientRect(), page.find('.row.linked')!.getBoundingClientRect()];
    expect(row.top >= frame.top && row.bottom <= frame.bottom).to.equal(true);
    expect(page.find('.live')).to.equal(null);
    [...page.findAll('.status .button')].find((one) => one.textContent.includes('Newest lines'))!.click();
    expect(host.visits).to.deep.equal(['/observability/logs']);
  });

  it('is worked by keys: from line to line, and into one', async () => {
    await open('level=ERROR');
    await waitUntil(() => rows().length > 10);
    page.find('.live')!.click();
    await page.settle();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) {
      press(key);
      await page.settle();
    }
    const active = page.findAll('.row')[1]!;
    expect(list().getAttribute('aria-activedescendant')).to.equal(active.id);
    expect(active.getAttribute('aria-expanded')).to.equal('true');
    expect(active.querySelector('.details')!.textContent).to.contain('cart-1');
    await expect(page.element).to.be.accessible();
  });

  it('says that nothing was written, that nothing passes, and what did not work', async () => {
    await open('q=nothing has this');
    await waitUntil(() => page.text().includes('No line passes the filters'));
    observer = createTestObserver({from: Date.now(), every: MINUTE * 1000});
    await open('range=15m');
    await waitUntil(() => page.text().includes('No lines'));
    observer.fail(new PortalError('OBSERVER_NOT_CONFIGURED', []));
    await open();
    await waitUntil(() => page.text().includes('The logs could not be read.'));
    expect(page.text()).to.contain('OBSERVER_NOT_CONFIGURED');
    observer = createTestObserver({from: Date.now() - MINUTE, every: 1000});
    await expect(page.element).to.be.accessible();
  });

  it('asks nothing where logs may not be viewed, nor where no namespace is chosen', async () => {
    await open('', {allows: (action) => action !== 'logs:view'});
    expect(page.text()).to.contain('These logs are not for you');
    await open('', {scope: {}});
    expect(page.text()).to.contain('No namespace chosen');
    expect(observer.asked).to.deep.equal([]);
  });

  it('offers a download to who may export', async () => {
    const labels = (): string =>
      page
        .findAll('.status .button')
        .map((one) => one.textContent)
        .join();
    await open();
    await waitUntil(() => rows().length > 0);
    expect(labels()).to.contain('Download');
    await open('', {allows: (action) => action !== 'export:data'});
    await waitUntil(() => rows().length > 0);
    expect(labels()).to.not.contain('Download');
  });

  it('tells others what it shows: figures in its store, and errors by an event', async () => {
    host = createTestHost({module: 'observability', messages, observer: observer.answer, settings: {interval: '0.1'}});
    const heard: unknown[] = [];
    host.events.on('observability:errors-arrived' as never, (payload) => heard.push(payload));
    page = await mount('observability-logs-page', Page, host, {location: {query: new URLSearchParams('level=ERROR')}});
    await waitUntil(() => host.storeValues('observability').get()['latest']);
    const latest = host.storeValues('observability').get()['latest'] as {namespace: string; errors: number};
    expect([latest.namespace, latest.errors]).to.deep.equal(['acme', 200]);
    expect(heard).to.deep.equal([]);
  });
});
