import {expect, fixture, html} from '@open-wc/testing';
import {PortalError, type IconNode} from '@openchoreo/portal-contract';
import {render} from 'lit';
import {emptyState} from './empty-state.ts';
import {errorState} from './error-state.ts';
import {icon} from './icon.ts';
import {skeleton} from './skeleton.ts';

const BOX: readonly IconNode[] = [
  ['path', {d: 'M12 22V12'}],
  ['circle', {cx: 12, cy: 12, r: 3}],
];

describe('emptyState, errorState, skeleton, icon', () => {
  it('says what is missing and offers the next step', async () => {
    const parts = {icon: BOX, title: 'No components', text: 'Create one.', action: html`<a href="#new">New</a>`};
    const element = await fixture(html`<div>${emptyState(parts)}</div>`);
    await expect(element).to.be.accessible();
    expect(element.textContent.replace(/\s+/g, ' ').trim()).to.equal('No components Create one. New');
  });

  it('says what did not work, with its code, and tries again', async () => {
    let retried = 0;
    const error = new PortalError('API_UNREACHABLE', ['/api/v1/projects']);
    const parts = {
      error,
      messages: {error: () => 'Die Plattform ist nicht erreichbar.'},
      text: 'Could not load',
      retry: () => (retried += 1),
      retryLabel: 'Try again',
      details: 'Details',
    };
    const element = await fixture(html`<div>${errorState(parts)}</div>`);
    await expect(element).to.be.accessible();
    element.querySelector('button')?.click();
    expect(retried).to.equal(1);
    expect(element.querySelector('pre')?.textContent).to.equal('Die Plattform ist nicht erreichbar. (API_UNREACHABLE)');
  });

  it('draws as many bones as there will be cells, without a style attribute, which the portal’s policy refuses in what the server draws', async () => {
    const element = await fixture(html`<div>${skeleton({rows: 2, columns: 3})}</div>`);
    expect(element.querySelectorAll('.bone').length).to.equal(6);
    expect(element.querySelector('.skeleton')!.getAttributeNames()).to.deep.equal([
      'class',
      'aria-hidden',
      'data-columns',
    ]);
  });

  it('draws an icon once and keeps it', async () => {
    const template = (nodes: readonly IconNode[]) => html`<p>${icon(nodes, {size: 20, label: 'Box'})}</p>`;
    const element = await fixture<HTMLElement>(html`<div></div>`);
    render(template(BOX), element);
    const svg = element.querySelector('svg');
    render(template(BOX), element);
    expect(element.querySelector('svg')).to.equal(svg);
    expect([svg?.getAttribute('width'), svg?.getAttribute('aria-label'), svg?.children.length]).to.deep.equal([
      '20',
      'Box',
      2,
    ]);
  });
});
