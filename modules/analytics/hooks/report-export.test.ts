import {expect} from '@open-wc/testing';
import {PortalError} from '@openchoreo/portal-contract';
import {mount} from '@openchoreo/portal-test-kit';
import {html} from 'lit';
import {AnalyticsElement} from '../components/analytics-element.ts';
import {createAcme} from '../testing/acme.ts';
import {ReportExport} from './report-export.ts';

class Exporting extends AnalyticsElement {
  readonly export = new ReportExport(this, () => this.host);
  protected override render() {
    return html``;
  }
}

describe('exporting', () => {
  it('is refused to those who may not, also when nothing asks before', async () => {
    const host = createAcme({allows: () => false});
    const {element} = await mount('analytics-test-exporting', Exporting, host);
    const result = {
      chart: {shape: 'bars', axis: 'names', places: [], series: []},
      summary: '',
      axis: '',
      columns: [],
      rows: [],
    } as const;
    const error: unknown = await element.export
      .run({id: 'x', scope: {namespace: 'acme'}, result})
      .catch((e: unknown) => e);
    expect(error).to.be.instanceOf(PortalError);
    expect((error as PortalError).code).to.equal('PERMISSION_DENIED');
    expect(element.export.allowed).to.equal(false);
  });
});
