import {expect} from '@open-wc/testing';
import type {HandlerContext, PortalError} from '@openchoreo/portal-contract';
import type {TestHost} from '@openchoreo/portal-test-kit';
import {createAcme} from '../testing/acme.ts';
import {exportInventory} from './export-inventory.ts';
import {findReports} from './find-reports.ts';

const contextOf = (host: TestHost): HandlerContext => {
  const {signal} = new AbortController();
  return {host, scope: host.scope.get(), signal, query: ({queryFn}) => queryFn({signal})};
};

/** Names of the files handed to the browser while it runs. */
async function savedBy(run: () => unknown): Promise<readonly string[]> {
  const {click} = HTMLAnchorElement.prototype;
  const names: string[] = [];
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
  };
  try {
    await run();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  return names;
}

describe('what the palette finds', () => {
  it('are reports by words of their title, then of their description', async () => {
    const find = async (text: string): Promise<readonly (string | undefined)[]> =>
      (await findReports(text, contextOf(createAcme()))).map(({path}) => path?.split('/').at(-1));
    expect(await find('grow COMP')).to.deep.equal(['component-growth']);
    expect(await find('project')).to.deep.equal(['project-ownership', 'component-inventory']);
    expect(await find('nothing like it')).to.deep.equal([]);
    expect(await find('(')).to.deep.equal([]);
  });
});

describe('the command that exports the inventory', () => {
  it('saves what is selected', async () => {
    const host = createAcme({scope: {namespace: 'acme', project: 'shop'}});
    const names = await savedBy(() => exportInventory(undefined, contextOf(host)));
    expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'day'))).to.deep.equal([
      'component-inventory_acme_shop_day.csv',
    ]);
    expect(host.notices).to.deep.equal(['success: 2 rows exported']);
  });

  it('saves nothing for those who may not', async () => {
    const host = createAcme({allows: () => false});
    let error: unknown;
    const names = await savedBy(async () => {
      error = await Promise.resolve(exportInventory(undefined, contextOf(host))).catch((cause: unknown) => cause);
    });
    expect([(error as PortalError).code, names]).to.deep.equal(['PERMISSION_DENIED', []]);
  });
});
