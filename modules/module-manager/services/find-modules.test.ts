import type {HandlerContext, RegistryEntry} from '@openchoreo/portal-contract';
import {createTestHost} from '@openchoreo/portal-test-kit';
import {expect} from '@open-wc/testing';
import messages from '../messages/en.json' with {type: 'json'};
import {findModules, switchByCommand} from './find-modules.ts';

const entry = (id: string, rest: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id,
  name: id,
  version: '1.0.0',
  source: `modules/${id}`,
  status: 'enabled',
  checks: [],
  dependents: [],
  ...rest,
});

function context(options: {maySwitch?: boolean; confirms?: boolean} = {}) {
  const {maySwitch = true, confirms = true} = options;
  const asked: string[] = [];
  const entries = [
    entry('shop', {dependents: ['cart']}),
    entry('cart', {status: 'disabled'}),
    entry('old', {status: 'refused'}),
  ];
  const host = createTestHost({
    module: 'module-manager',
    messages,
    allows: (action) => maySwitch || action !== 'portalmodule:update',
    confirms: () => confirms,
    portal(path, init) {
      if (init?.method) asked.push(`${init.method} ${path} ${JSON.stringify(init.body)}`);
      return entries;
    },
  });
  const {signal} = new AbortController();
  const handed: HandlerContext = {host, scope: {}, signal, query: ({queryFn}) => queryFn({signal})};
  return {host, handed, asked};
}

const titles = async (text: string, {handed}: ReturnType<typeof context>): Promise<readonly string[]> =>
  (await findModules(text, handed)).map(({title}) => title);

describe('search for modules', () => {
  it('finds their pages, and the switch for those who may and where there is one', async () => {
    expect(await titles('shop', context())).to.deep.equal(['shop', 'Disable shop']);
    expect(await titles('cart', context())).to.deep.equal(['cart', 'Enable cart']);
    expect(await titles('old', context())).to.deep.equal(['old']);
    expect(await titles('shop', context({maySwitch: false}))).to.deep.equal(['shop']);
  });
});

describe('the command that switches a module', () => {
  it('asks where others go with it, and does nothing when the answer is no', async () => {
    const yes = context();
    await switchByCommand({id: 'shop', enabled: false}, yes.handed);
    expect(yes.asked).to.deep.equal(['PUT /api/portal/modules/shop {"enabled":false,"dependents":true}']);
    expect([yes.host.questions.length, yes.host.notices.length]).to.deep.equal([1, 1]);
    const no = context({confirms: false});
    await switchByCommand({id: 'shop', enabled: false}, no.handed);
    expect(no.asked).to.deep.equal([]);
  });
});
