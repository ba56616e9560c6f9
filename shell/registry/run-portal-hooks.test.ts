import {PortalError, type PortalClient} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import {runPortalHooks, type HookRunner} from './run-portal-hooks.ts';

interface Fixture extends HookRunner {
  readonly told: unknown[];
  readonly ran: string[];
  readonly reported: string[];
}

function create(answers: Readonly<Record<string, unknown>>, fails = false): Fixture {
  const [told, ran, reported]: [unknown[], string[], string[]] = [[], [], []];
  const request: PortalClient['request'] = async (path, {method = 'GET', body} = {}) => {
    if (method === 'PUT') told.push([path, body]);
    const answer = answers[`${method} ${path}`];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    told,
    ran,
    reported,
    services: {portal: {request}},
    registry: {
      find: (id) => (['absent', 'gone'].includes(id) ? undefined : ({head: {id}} as never)),
      register(head) {
        ran.push(`register ${head.id} ${head.manifest}`);
        return () => ran.push(`forget ${head.id}`);
      },
      async runHook(id, hook, ...values) {
        ran.push([id, hook, ...values].join(' '));
        if (fails) throw new PortalError('HOOK_FAILED', [id, hook], {cause: new Error('no table')});
        return true;
      },
    },
    report: (module, error) => reported.push(`${module} ${error instanceof PortalError ? error.code : String(error)}`),
  };
}

const DUE = {
  'GET /api/portal/installs': [
    {id: 'absent', hook: 'onInstall'},
    {id: 'shop', hook: 'onUpdate', from: '1.0.0'},
    {id: 'cart', hook: 'onInstall'},
  ],
  'POST /api/portal/installs/shop': {id: 'shop', hook: 'onUpdate', from: '1.0.0', claim: 'c1'},
  'POST /api/portal/installs/cart': undefined,
};

describe('hooks that run once for the portal', () => {
  it('are claimed, run, and told of; those of absent modules and of another tab are left', async () => {
    const fixture = create(DUE);
    await runPortalHooks(fixture);
    expect([fixture.ran, fixture.told, fixture.reported]).to.deep.equal([
      ['shop onUpdate 1.0.0'],
      [['/api/portal/installs/shop', {claim: 'c1'}]],
      [],
    ]);
  });

  it('of a module that is gone run from what is still stored of it', async () => {
    const gone = {id: 'gone', hook: 'onUninstall', module: {name: 'Gone', version: '1.0.0', base: '/m/gone/1.0.0/'}};
    const fixture = create({
      'GET /api/portal/installs': [gone],
      'POST /api/portal/installs/gone': {...gone, claim: 'c2'},
    });
    await runPortalHooks(fixture);
    expect([fixture.ran, fixture.told]).to.deep.equal([
      ['register gone /m/gone/1.0.0/manifest.json?lang=en', 'gone onUninstall', 'forget gone'],
      [['/api/portal/installs/gone', {claim: 'c2'}]],
    ]);
  });

  it('tell the gateway why they failed', async () => {
    const fixture = create(DUE, true);
    await runPortalHooks(fixture);
    const error = "The hook onUpdate of the module 'shop' failed. no table";
    expect([fixture.told, fixture.reported]).to.deep.equal([
      [['/api/portal/installs/shop', {claim: 'c1', error}]],
      ['shop HOOK_FAILED'],
    ]);
  });

  it('are nothing to whoever may not install, and an answer of another form is reported', async () => {
    const denied = create({'GET /api/portal/installs': new PortalError('PERMISSION_DENIED', ['portalmodule:update'])});
    await runPortalHooks(denied);
    const odd = create({'GET /api/portal/installs': [{id: 'shop', hook: 'onDance'}]});
    await runPortalHooks(odd);
    expect([denied.reported, odd.ran, odd.reported.length]).to.deep.equal([[], [], 1]);
  });
});
