import {expect, fixture, html} from '@open-wc/testing';
import {clearSkeleton, removePreview} from './preview.ts';

describe('preview', () => {
  it('stays when the skeleton goes, and goes when the page is there', async () => {
    const outlet = await fixture<HTMLElement>(
      html`<main>
        <p>skeleton</p>
        <portal-preview></portal-preview> text
      </main>`,
    );
    const preview = outlet.querySelector('portal-preview');
    clearSkeleton(outlet);
    expect([...outlet.childNodes]).to.deep.equal([preview]);
    removePreview(outlet);
    removePreview(outlet);
    expect(outlet.childNodes.length).to.equal(0);
  });

  it('hands the focus that was in it to the outlet', async () => {
    const outlet = await fixture<HTMLElement>(
      html`<main tabindex="-1">
        <portal-preview><a href="#x">x</a></portal-preview>
      </main>`,
    );
    outlet.querySelector('a')?.focus();
    removePreview(outlet);
    expect(document.activeElement).to.equal(outlet);
  });
});
