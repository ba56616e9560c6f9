import {expect} from '@open-wc/testing';
import {mount} from '@openchoreo/portal-test-kit';
import {createAcme} from '../testing/acme.ts';
import {SettingsPage} from './settings-page.ts';

describe('the settings page', () => {
  it('is accessible, shows what holds, and keeps what is chosen', async () => {
    const host = createAcme({settings: {range: '30d', refresh: 'off'}});
    const page = await mount('analytics-settings-page', SettingsPage, host);
    await expect(page.element).to.be.accessible();
    const range = page.find<HTMLSelectElement>('#range')!;
    expect([range.value, range.selectedOptions[0]?.text.trim()]).to.deep.equal(['30d', '30 days']);
    range.value = '1y';
    range.dispatchEvent(new Event('change'));
    await page.settle();
    expect(host.settingValues.get()).to.deep.equal({range: '1y', refresh: 'off'});
    expect(host.notices).to.deep.equal(['success: Saved']);
    expect(host.missing).to.deep.equal([]);
  });
});
