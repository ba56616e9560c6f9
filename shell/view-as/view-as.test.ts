import {PortalError, type RoleReference} from '@openchoreo/portal-contract';
import {expect, html, waitUntil} from '@open-wc/testing';
import {defineElement} from '@openchoreo/portal-lit';
import {frameFixture} from '../frame/test-support/frame-fixture.ts';
import type {PortalBanners} from '../frame/portal-banners.ts';
import {testServices, type TestServices} from '../frame/test-support/test-services.ts';
import {PortalViewAs} from './portal-view-as.ts';

const DEVELOPER: RoleReference = {kind: 'ClusterAuthzRole', name: 'developer'};
const ROLES = [
  {...DEVELOPER, description: 'Builds and runs components', actions: ['component:view', 'component:create']},
  {kind: 'ClusterAuthzRole', name: 'admin', actions: ['*']},
  {kind: 'AuthzRole', name: 'auditor', namespace: 'acme', actions: ['component:view']},
];

interface Opened {
  readonly dialog: PortalViewAs;
  readonly services: TestServices;
  readonly text: () => string;
  readonly press: (label: string) => void;
}

async function openDialog(request: (path: string) => unknown, viewed?: RoleReference): Promise<Opened> {
  defineElement('portal-view-as', PortalViewAs);
  const services = testServices();
  services.stores.viewed.set(viewed);
  Object.assign(services, {portal: {request: async (path: string) => request(path)}});
  const {element: dialog} = await frameFixture<PortalViewAs>(html`<portal-view-as></portal-view-as>`, services);
  void dialog.open();
  await waitUntil(() => dialog.shadowRoot?.querySelector('dialog')?.open && !dialog.shadowRoot.querySelector('.bone'));
  const buttons = (): readonly HTMLButtonElement[] => [...(dialog.shadowRoot?.querySelectorAll('button') ?? [])];
  return {
    dialog,
    services,
    text: () => dialog.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '',
    press: (label) =>
      buttons()
        .find((button) => button.textContent.trim() === label)
        ?.click(),
  };
}

describe('<portal-view-as>', () => {
  it('is accessible, and offers the roles by name with what they hold', async () => {
    const {dialog, text} = await openDialog(() => ({viewAs: null, roles: ROLES}));
    await expect(dialog).to.be.accessible();
    const names = [...(dialog.shadowRoot?.querySelectorAll('.name') ?? [])].map((name) => name.textContent);
    expect(names).to.deep.equal(['admin', 'auditor', 'developer']);
    expect(text()).to.contain('Builds and runs components · ').and.to.contain('acme · ');
    expect(text()).to.contain('all actions');
  });

  it('looks through the role that is chosen', async () => {
    const {dialog, services, press} = await openDialog(() => ({viewAs: null, roles: ROLES}));
    const submit = dialog.shadowRoot?.querySelector<HTMLButtonElement>('.primary');
    expect(submit?.disabled).to.equal(true);
    dialog.shadowRoot?.querySelectorAll<HTMLInputElement>('input')[2]?.click();
    await dialog.updateComplete;
    press('View');
    await waitUntil(() => services.stores.viewed.get() !== undefined);
    await waitUntil(() => !dialog.shadowRoot?.querySelector('dialog')?.open);
    expect(services.stores.viewed.get()).to.deep.equal(DEVELOPER);
  });

  it('marks the role that is looked through already', async () => {
    const {dialog} = await openDialog(() => ({viewAs: DEVELOPER, roles: ROLES}), DEVELOPER);
    const checked = dialog.shadowRoot?.querySelector<HTMLInputElement>('input:checked');
    expect(checked?.closest('label')?.textContent).to.contain('developer');
  });

  it('says that there is none, or that they could not be read, and reads again', async () => {
    expect((await openDialog(() => ({viewAs: null, roles: []}))).text()).to.contain('There are no roles');
    let isDown = true;
    const {dialog, text, press} = await openDialog(() => {
      if (isDown) throw new PortalError('API_UNREACHABLE', ['/api/v1/clusterauthzroles']);
      return {viewAs: null, roles: ROLES};
    });
    expect(text()).to.contain('The roles could not be read');
    await expect(dialog).to.be.accessible();
    isDown = false;
    press('Try again');
    await waitUntil(() => text().includes('developer'));
  });

  it('does not believe an answer that is none', async () => {
    const {text} = await openDialog(() => ({roles: [{kind: 'King', name: 7}]}));
    expect(text()).to.contain('something the portal cannot read');
  });

  it('stays and says why when the gateway refuses', async () => {
    const {dialog, services, text, press} = await openDialog(() => ({viewAs: null, roles: ROLES}));
    Object.assign(services.roleView, {
      view: () => Promise.reject(new PortalError('PERMISSION_DENIED', ['portal:view-as'])),
    });
    dialog.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
    await dialog.updateComplete;
    press('View');
    await waitUntil(() => text().includes('portal:view-as'));
    expect(dialog.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
  });
});

describe('the banner of a role that is looked through', () => {
  it('names the role, offers another one, and leaves', async () => {
    const {element, services} = await frameFixture<PortalBanners>(html`<portal-banners></portal-banners>`);
    services.stores.viewed.set(DEVELOPER);
    const banner = (): ShadowRoot | null | undefined =>
      element.shadowRoot?.querySelector('portal-viewed-role')?.shadowRoot;
    await waitUntil(() => banner()?.textContent.includes('You see the portal as the role “developer”.'));
    await expect(element).to.be.accessible();
    const [other, leave] = [...(banner()?.querySelectorAll('button') ?? [])];
    other?.click();
    expect(services.calls).to.deep.include(['viewAs']);
    leave?.click();
    await waitUntil(() => services.stores.viewed.get() === undefined);
    await waitUntil(() => !element.shadowRoot?.querySelector('portal-viewed-role'));
  });
});
