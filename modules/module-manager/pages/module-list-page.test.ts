import {expect} from '@open-wc/testing';
import {PortalError, type ModuleState, type RegistryEntry} from '@openchoreo/portal-contract';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import messages from '../messages/en.json' with {type: 'json'};
import {ModuleListPage} from './module-list-page.ts';

const entry = (id: string, change: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id,
  name: `The ${id}`,
  version: '1.0.0',
  source: `modules/${id}`,
  status: 'enabled',
  checks: [],
  dependents: [],
  ...change,
});

/** A gateway over a list: refuses to switch off what others need until told that they go too. */
function gateway(entries: RegistryEntry[]) {
  const puts: unknown[] = [];
  const request: NonNullable<TestHostOptions['portal']> = (path, init) => {
    if (init?.method !== 'PUT') return entries;
    const id = path.split('/').at(-1);
    const body = init.body as {enabled: boolean; dependents: boolean};
    puts.push([id, body]);
    const found = entries.find((one) => one.id === id)!;
    if (!body.enabled && !body.dependents && found.dependents.length > 0) {
      throw new PortalError('MODULE_HAS_DEPENDENTS', [found.id, found.dependents.join(', ')]);
    }
    entries = entries.map((one) => (one === found ? {...one, status: body.enabled ? 'enabled' : 'disabled'} : one));
    return undefined;
  };
  return {request, puts, set: (next: RegistryEntry[]) => (entries = next)};
}

const createHost = (portal: TestHostOptions['portal'], options: Partial<TestHostOptions> = {}): TestHost =>
  createTestHost({
    module: 'module-manager',
    messages,
    perspective: 'platform-engineering',
    ...options,
    ...(portal && {portal}),
  });

const show = (host: TestHost): Promise<Mounted<ModuleListPage>> =>
  mount('module-manager-module-list-page', ModuleListPage, host);

async function untilSwitches(page: Mounted<ModuleListPage>): Promise<readonly HTMLInputElement[]> {
  for (let round = 0; round < 40 && page.findAll('sl-switch').length === 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    await page.settle();
  }
  return page.findAll<HTMLInputElement>('sl-switch');
}

const states = (page: Mounted<ModuleListPage>): readonly string[] =>
  page.findAll('.badge').map(({textContent}) => textContent.trim());

const active = (id: string): ModuleState => ({id, name: `The ${id}`, version: '1.0.0', status: 'active', since: 0});

describe('ModuleListPage', () => {
  it('is accessible', async () => {
    const page = await show(createHost(gateway([entry('a'), entry('b', {status: 'disabled'})]).request));
    await untilSwitches(page);
    await expect(page.element).to.be.accessible();
  });

  it('shows how each module is, here and for everybody, those in trouble first', async () => {
    const host = createHost(
      gateway([entry('a'), entry('b', {status: 'disabled'}), entry('c', {status: 'refused'}), entry('d')]).request,
    );
    host.states.set([{id: 'a', name: 'A', version: '1.0.0', status: 'active', since: 0}]);
    const page = await show(host);
    expect(states(page)).to.deep.equal(['Refused', 'Not in your session', 'Active', 'Switched off']);
    host.states.set([{id: 'a', name: 'A', version: '1.0.0', status: 'failed', since: 0}]);
    await page.settle();
    expect(states(page)).to.deep.equal(['Failed', 'Refused', 'Not in your session', 'Switched off']);
    expect(host.missing).to.deep.equal([]);
  });

  it('switches a module off and on', async () => {
    const {request, puts} = gateway([entry('a')]);
    const host = createHost(request);
    const page = await show(host);
    const [control] = await untilSwitches(page);
    control!.click();
    await page.settle();
    expect(states(page)).to.deep.equal(['Switched off']);
    control!.click();
    await page.settle();
    expect(puts).to.deep.equal([
      ['a', {enabled: false, dependents: false}],
      ['a', {enabled: true, dependents: false}],
    ]);
    expect(host.notices).to.deep.equal(['success: The a is switched off.', 'success: The a is switched on.']);
    expect(host.questions).to.deep.equal([]);
  });

  it('asks first when other modules go too', async () => {
    const {request, puts} = gateway([entry('a', {dependents: ['b', 'c']})]);
    const host = createHost(request);
    const page = await show(host);
    (await untilSwitches(page))[0]!.click();
    await page.settle();
    expect(host.questions).to.deep.equal(['These modules need The a and are switched off with it: b, c.']);
    expect(puts).to.deep.equal([['a', {enabled: false, dependents: true}]]);
  });

  it('asks when the gateway knows of a dependent that the page did not', async () => {
    const {request, puts, set} = gateway([entry('a')]);
    const host = createHost(request);
    const page = await show(host);
    const [control] = await untilSwitches(page);
    set([entry('a', {dependents: ['late']})]);
    control!.click();
    await page.settle();
    expect(host.questions[0]).to.contain('late');
    expect(puts.length).to.equal(2);
  });

  it('leaves the switch where it was after a no, and takes it back when the gateway refuses', async () => {
    const no = createHost(gateway([entry('a', {dependents: ['b']})]).request, {confirms: () => false});
    const page = await show(no);
    const [control] = await untilSwitches(page);
    control!.click();
    await page.settle();
    expect(control!.checked).to.equal(true);

    const refusing = createHost((_, init) => {
      if (init?.method === 'PUT') throw new PortalError('PERMISSION_DENIED', ['portalmodule:update']);
      return [entry('a')];
    });
    const other = await show(refusing);
    const [second] = await untilSwitches(other);
    second!.click();
    await other.settle();
    expect(second!.checked).to.equal(true);
    expect(refusing.notices).to.deep.equal(["error: This needs the permission 'portalmodule:update'."]);
  });

  it('warns clearly before it switches itself off', async () => {
    const host = createHost(gateway([entry('module-manager')]).request, {confirms: () => false});
    const page = await show(host);
    (await untilSwitches(page))[0]!.click();
    await page.settle();
    expect(host.questions[0]).to.contain('nobody can switch modules in the portal');
  });

  it('lets only those switch who may, and nobody a refused module', async () => {
    const host = createHost(gateway([entry('a')]).request, {allows: (action) => action !== 'portalmodule:update'});
    const [control] = await untilSwitches(await show(host));
    expect(control!.disabled).to.equal(true);
    const refused = createHost(gateway([entry('a', {status: 'refused'})]).request);
    expect((await untilSwitches(await show(refused)))[0]!.disabled).to.equal(true);
  });

  it('follows changes made elsewhere', async () => {
    const {request, set} = gateway([entry('a')]);
    const host = createHost(request);
    const page = await show(host);
    set([entry('a', {status: 'disabled'})]);
    host.publish('portal:composition-changed', {composition: 'x'});
    await page.settle();
    expect(states(page)).to.deep.equal(['Switched off']);
  });

  it('finds modules by name and id, and says when there is none', async () => {
    const page = await show(createHost(gateway([entry('a'), entry('b')]).request));
    const search = page.find<HTMLInputElement>('input[type=search]')!;
    search.value = 'the B';
    search.dispatchEvent(new InputEvent('input'));
    await page.settle();
    expect(page.findAll('tbody a').map(({textContent}) => textContent)).to.deep.equal(['The b']);
    search.value = 'zzz';
    search.dispatchEvent(new InputEvent('input'));
    await page.settle();
    expect(page.text()).to.contain('No module matches the search');
  });

  it('says what failed', async () => {
    const page = await show(
      createHost(() => {
        throw new PortalError('OFFLINE', []);
      }),
    );
    expect(page.text()).to.contain('The modules could not be loaded.').and.to.contain('OFFLINE');
  });

  it('leaves out what runs as it should for those who want that, as kept in the module’s store', async () => {
    const entries = [entry('fine'), entry('broken', {status: 'refused'})];
    const host = createHost(() => entries);
    host.states.set([active('fine')]);
    const page = await show(host);
    const names = (): readonly string[] => page.findAll('tbody th a').map(({textContent}) => textContent.trim());
    expect(names()).to.deep.equal(['The broken', 'The fine']);
    page.find('input[type=checkbox]')!.click();
    await page.settle();
    expect([names(), host.storeValues('module-manager').get()]).to.deep.equal([['The broken'], {onlyTrouble: true}]);
    await expect(page.element).to.be.accessible();
    host.storeValues('module-manager').set({onlyTrouble: false});
    await page.settle();
    expect(names().length).to.equal(2);
    expect(page.find<HTMLInputElement>('input[type=checkbox]')!.checked).to.equal(false);
  });

  it('says so when every module runs as it should', async () => {
    const host = createHost(() => [entry('fine')]);
    host.states.set([active('fine')]);
    host.storeValues('module-manager').set({onlyTrouble: true});
    const page = await show(host);
    expect(page.text()).to.contain('Every module runs as it should');
    expect(host.missing).to.deep.equal([]);
  });
});
