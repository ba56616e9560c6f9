import {expect, waitUntil} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount, type Mounted, type TestHost} from '@openchoreo/portal-test-kit';
import {createAcme, component} from '../testing/acme.ts';
import {ReportListPage} from './report-list-page.ts';
import {ReportPage} from './report-page.ts';

const REPORTS = ['component-inventory', 'component-growth', 'project-ownership', 'environment-status'];

const show = (host: TestHost, id: string, query = ''): Promise<Mounted<ReportPage>> =>
  mount('analytics-report-page', ReportPage, host, {location: {params: {id}, query: new URLSearchParams(query)}});

const rows = (page: Mounted<ReportPage>): readonly (readonly string[])[] =>
  page.findAll('tbody tr').map((row) => [...row.querySelectorAll<HTMLElement>('th, td')].map((cell) => cell.innerText));

const button = (page: Mounted<ReportPage>, text: string): HTMLButtonElement =>
  page.findAll<HTMLButtonElement>('button').find(({innerText}) => innerText.trim() === text)!;

/** With its byte order mark, which `Blob.text()` leaves out. */
async function toText(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(await blob.arrayBuffer());
}

/** The file that the page hands to the browser, in place of the browser's downloads. */
async function captureFile(run: () => unknown): Promise<{readonly name: string; readonly text: string} | undefined> {
  const {createObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;
  let saved: {name: string; blob: Blob} | undefined;
  let latest: Blob | undefined;
  URL.createObjectURL = (blob) => {
    latest = blob as Blob;
    return createObjectURL.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    saved = {name: this.download, blob: latest!};
  };
  try {
    run();
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return saved && {name: saved.name, text: await toText(saved.blob)};
}

describe('the list of reports', () => {
  it('names each, with a link to it', async () => {
    const host = createAcme();
    const page = await mount('analytics-report-list-page', ReportListPage, host);
    const paths = page.findAll<HTMLAnchorElement>('.reports a').map(({href}) => new URL(href).pathname);
    expect(paths).to.deep.equal(REPORTS.map((id) => `/analytics/reports/${id}`));
    await expect(page.element).to.be.accessible();
    expect(host.missing).to.deep.equal([]);
  });
});

describe('a report', () => {
  for (const id of REPORTS) {
    it(`is accessible with rows, without, and when its data cannot be had: ${id}`, async function () {
      this.timeout(20_000);
      const failing = createAcme();
      failing.platform.fail('list', new PortalError('OFFLINE', []));
      for (const host of [createAcme(), createAcme({scope: {namespace: 'empty'}}), failing, createAcme({scope: {}})]) {
        const page = await show(host, id);
        await expect(page.element).to.be.accessible();
        expect(host.missing).to.deep.equal([]);
      }
      expect((await show(failing, id)).text()).to.contain('could not be loaded');
    });
  }

  it('of the inventory has a row for each component that passes the filters', async () => {
    const host = createAcme();
    const page = await show(host, 'component-inventory');
    expect(
      rows(page).map(([label, , project, type, state, , , image]) => [label, project, type, state, image]),
    ).to.deep.equal([
      ['cart', 'shop', 'deployment/service', 'Ready', 'shop/cart:1.0'],
      ['ledger', 'pay', 'deployment/service', 'Ready', '–'],
      ['web', 'shop', 'deployment/web-application', 'Not ready', '–'],
    ]);
    await page.go({params: {id: 'component-inventory'}, query: new URLSearchParams('state=not-ready')});
    expect(rows(page).map(([label]) => label)).to.deep.equal(['web']);
    await page.go({params: {id: 'component-inventory'}, query: new URLSearchParams('type=deployment/nothing')});
    expect(page.text()).to.contain('Nothing to report').and.to.contain('Clear the filters');
  });

  it('of the growth begins with the latest period, and adds up when it is broken down', async () => {
    const page = await show(createAcme(), 'component-growth', 'range=7d&by=project');
    const [latest, ...others] = rows(page);
    expect([latest?.slice(1), others.length]).to.deep.equal([['0', '3', '2', '1'], 6]);
    expect(page.findAll('thead th').map(({innerText}) => innerText)).to.deep.equal([
      'Day',
      'New',
      'Total',
      'shop',
      'pay',
    ]);
  });

  it('of ownership has projects without components, too', async () => {
    const host = createAcme();
    host.platform.put('projects', {metadata: {name: 'new', namespace: 'acme'}});
    const page = await show(host, 'project-ownership');
    expect(rows(page).map((cells) => cells.slice(0, 6))).to.deep.equal([
      ['shop', 'shop', '2', '66.7%', '1', '1'],
      ['pay', 'pay', '1', '33.3%', '1', '1'],
      ['new', 'new', '0', '0%', '0', '0'],
    ]);
  });

  it('of environments counts the selected project’s deployments only', async () => {
    const page = await show(createAcme({scope: {namespace: 'acme', project: 'pay'}}), 'environment-status');
    expect(rows(page).map((cells) => cells.slice(3, 5))).to.deep.equal([
      ['1', '1'],
      ['0', '0'],
    ]);
  });

  it('of environments says what is deployed, on which plane, and whether that is heard of', async () => {
    const page = await show(createAcme(), 'environment-status');
    expect(rows(page).map((cells) => cells.slice(2, 8))).to.deep.equal([
      ['Before production', '3', '2', 'frankfurt', 'ClusterDataPlane', 'Connected'],
      ['Production', '1', '1', 'dublin', 'DataPlane', 'Agent disconnected'],
    ]);
    expect(page.text()).to.contain('4 deployments in 2 environments');
    await page.go({params: {id: 'environment-status'}, query: new URLSearchParams('plane=disconnected')});
    expect(rows(page).length).to.equal(1);
  });

  it('keeps its filters in the address, and the project in the selection', async () => {
    const host = createAcme();
    const page = await show(host, 'project-ownership', 'page=2');
    const choose = (label: string, value: string): void => {
      const select = page.find<HTMLSelectElement>(`select[aria-label="${label}"]`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('State', 'ready');
    choose('Type', 'deployment/service');
    choose('Project', 'shop');
    await page.settle();
    expect(host.visits).to.deep.equal([
      '/analytics/reports/project-ownership?state=ready',
      '/analytics/reports/project-ownership?type=deployment%2Fservice',
    ]);
    expect(host.scope.get()).to.deep.equal({namespace: 'acme', project: 'shop'});
    expect(rows(page).map(([label]) => label)).to.include('shop');
  });

  it('shows two thousand rows fifty at a time, and the last page for a page that does not exist', async () => {
    const host = createAcme();
    const many = Array.from({length: 2000}, (_, index) => component(`c${String(index).padStart(4, '0')}`, index % 400));
    host.platform.put('components', ...many);
    const page = await show(host, 'component-inventory', 'page=2');
    expect([rows(page).length, rows(page)[0]?.[0]]).to.deep.equal([50, 'c0050']);
    await page.go({params: {id: 'component-inventory'}, query: new URLSearchParams('page=9999')});
    expect(page.text()).to.contain('2,001–2,003 of 2,003 rows');
  });

  it('that does not exist says so', async () => {
    const page = await show(createAcme(), '../secrets');
    expect(page.text()).to.contain('There is no such report').and.to.contain('../secrets');
    await expect(page.element).to.be.accessible();
  });

  it('is exported with all its rows, whatever page is shown', async () => {
    const host = createAcme();
    host.platform.put(
      'components',
      component('=cmd', 1),
      ...Array.from({length: 60}, (_, index) => component(`x${index}`, 2)),
    );
    const page = await show(host, 'component-inventory', 'page=2');
    const file = await captureFile(() => button(page, 'Export CSV').click());
    const lines = file!.text.split('\r\n');
    expect(file!.name).to.match(/^component-inventory_acme_\d{4}-\d\d-\d\d\.csv$/);
    expect(lines.length).to.equal(1 + 64 + 1);
    expect(lines[0]).to.equal('\ufeffComponent,Name,Project,Type,State,Reason,Created,Image');
    expect(lines[1]).to.match(/^'=cmd,'=cmd,shop,deployment\/service,Ready,,\d{4}-\d\d-\d\dT[\d:.]+Z,$/);
    expect(host.notices).to.deep.equal(['success: 64 rows exported']);
  });

  it('is not exported by those who may not, and says why', async () => {
    const host = createAcme({allows: (action) => action !== 'export:data'});
    const page = await show(host, 'component-inventory');
    const exporting = button(page, 'Export CSV');
    expect([exporting.getAttribute('aria-disabled'), exporting.title]).to.deep.equal([
      'true',
      'Exporting needs the permission export:data.',
    ]);
    expect(await captureFile(() => exporting.click())).to.equal(undefined);
    await expect(page.element).to.be.accessible();
  });

  it('keeps showing its chart when the page is drawn again for another reason', async () => {
    const page = await show(createAcme(), 'component-inventory');
    await waitUntil(() => page.find('canvas') !== null);
    const before = page.find('canvas');
    page.element.requestUpdate();
    await page.settle();
    expect(page.find('canvas')).to.equal(before);
  });
});
