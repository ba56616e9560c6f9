import {expect, html, waitUntil} from '@open-wc/testing';
import type {Notice} from '../services.ts';
import type {PortalToasts} from './portal-toasts.ts';
import {frameFixture} from './test-support/frame-fixture.ts';

describe('<portal-toasts>', () => {
  it('reads errors out at once and the rest when there is time', async () => {
    const {element, services} = await frameFixture<PortalToasts>(html`<portal-toasts></portal-toasts>`);
    let undone = 0;
    const action = {label: 'Undo', run: () => (undone += 1)};
    const notices: Notice[] = [
      {id: 1, kind: 'success', text: 'Created'},
      {id: 2, kind: 'error', text: 'Not deleted', detail: 'It is in use.', code: 'PLATFORM_REFUSED'},
      {id: 3, kind: 'info', text: 'Moved', action},
    ];
    services.stores.notices.set(notices);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    const texts = (role: string) =>
      [...(element.shadowRoot?.querySelectorAll(`[role=${role}] .words`) ?? [])].map((words) =>
        words.textContent.replace(/\s+/g, ' ').trim(),
      );
    expect(texts('alert')).to.deep.equal(['Not deleted It is in use. PLATFORM_REFUSED']);
    expect(texts('status')).to.deep.equal(['Created', 'Moved Undo']);

    element.shadowRoot?.querySelector<HTMLElement>('[aria-label="Dismiss: Not deleted"]')?.click();
    await waitUntil(() => texts('alert').length === 0);
    element.shadowRoot?.querySelector<HTMLElement>('.words button')?.click();
    expect(undone).to.equal(1);
    expect(services.stores.notices.get().map(({id}) => id)).to.deep.equal([1]);
  });
});
