import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {whenSeen} from './when-seen.ts';

describe('whenSeen', () => {
  it('waits until the element is scrolled to', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <div class="space"></div>
        <section><p></p></section>
      </div>`,
    );
    page.querySelector<HTMLElement>('.space')!.style.height = '3000px';
    const below = page.querySelector('p')!;
    page.querySelector('section')!.style.height = '100px';
    let isSeen = false;
    const seen = whenSeen(below).then(() => (isSeen = true));
    await aTimeout(100);
    expect(isSeen).to.equal(false);
    below.scrollIntoView();
    await seen;
    scrollTo(0, 0);
  });

  it('waits until what hides the element is gone', async () => {
    const page = await fixture<HTMLElement>(html`<div hidden><p>here</p></div>`);
    let isSeen = false;
    const seen = whenSeen(page.querySelector('p')!).then(() => (isSeen = true));
    await aTimeout(100);
    expect(isSeen).to.equal(false);
    page.hidden = false;
    await seen;
  });
});
