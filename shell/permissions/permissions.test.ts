import type {Boot, Scope} from '@openchoreo/portal-contract';
import {expect, waitUntil} from '@open-wc/testing';
import {atom} from 'nanostores';
import {createOpenChoreoClient} from '../data/openchoreo-client.ts';
import {createRequest} from '../data/request.ts';
import {rejection} from '../testing/rejection.ts';
import {toRequest} from '../testing/to-request.ts';
import {createPermissions, type ShellPermissions} from './permissions.ts';

const PROFILE: Boot['profile'] = {
  scope: {namespace: 'acme'},
  profile: {
    capabilities: {
      'component:view': {allowed: [{path: 'ns/acme'}]},
      'component:create': {allowed: [{path: 'ns/acme/project/shop'}]},
      'component:delete': {allowed: [{path: 'ns/acme', constraints: {expressions: ['resource.componentType == "x"']}}]},
    },
  },
};

interface Fixture {
  readonly permissions: ShellPermissions;
  /** Bodies of the evaluates, and paths of the profiles that were asked for. */
  readonly evaluated: unknown[][];
  readonly profiles: string[];
  readonly selection: ReturnType<typeof atom<Scope>>;
  allows: (action: string) => boolean;
}

function create(profile: Boot['profile'] = PROFILE): Fixture {
  const fixture = {evaluated: [] as unknown[][], profiles: [] as string[], allows: () => true} as unknown as {
    -readonly [K in keyof Fixture]: Fixture[K];
  };
  const request = createRequest({
    async fetch(input, init) {
      const request = toRequest(input, init);
      const {pathname, search} = new URL(request.url);
      if (pathname.endsWith('/profile')) {
        fixture.profiles.push(search);
        return Response.json({user: {}, ...PROFILE?.profile});
      }
      const questions = (await request.json()) as {action: string}[];
      fixture.evaluated.push(questions);
      return Response.json(questions.map(({action}) => ({decision: fixture.allows(action)})));
    },
    onSignedOut: () => Promise.resolve(),
  });
  fixture.selection = atom<Scope>({namespace: 'acme'});
  fixture.permissions = createPermissions({
    api: createOpenChoreoClient(request),
    profile,
    selection: fixture.selection,
    report: () => {},
  });
  return fixture;
}

describe('permissions', () => {
  it('asks nobody about what the profile settles', async () => {
    const {permissions, evaluated, profiles} = create();
    const answers = await Promise.all([
      permissions.can('component:view'),
      permissions.can('component:view', {namespace: 'acme', project: 'pay', component: 'x'}),
      permissions.can('component:create', {namespace: 'acme', project: 'shop'}),
    ]);
    expect([answers, evaluated, profiles]).to.deep.equal([[true, true, true], [], []]);
  });

  it('asks everything of one microtask in one request, each question once', async () => {
    const fixture = create();
    fixture.allows = (action) => action === 'view:analytics';
    const answers = await Promise.all([
      fixture.permissions.can('view:analytics'),
      fixture.permissions.can('view:analytics'),
      fixture.permissions.can('component:create', {namespace: 'acme', project: 'pay'}),
      fixture.permissions.can('component:delete', {namespace: 'acme', environment: 'dev'}),
    ]);
    expect(answers).to.deep.equal([true, true, false, false]);
    expect(fixture.evaluated).to.deep.equal([
      [
        {action: 'view:analytics', resource: {type: 'view', hierarchy: {namespace: 'acme'}}},
        {action: 'component:create', resource: {type: 'component', hierarchy: {namespace: 'acme', project: 'pay'}}},
        {
          action: 'component:delete',
          resource: {type: 'component', hierarchy: {namespace: 'acme'}},
          context: {resource: {environment: 'acme/dev'}},
        },
      ],
    ]);
  });

  it('fetches the profile of another namespace once', async () => {
    const {permissions, profiles} = create();
    await Promise.all([
      permissions.can('component:view', {namespace: 'other'}),
      permissions.can('component:create', {namespace: 'other', project: 'p'}),
    ]);
    expect(profiles).to.deep.equal(['?namespace=other']);
  });

  it('follows the selection', async () => {
    const {permissions, selection} = create();
    const heard: unknown[] = [];
    const stop = permissions.watch('component:create').subscribe((allowed) => heard.push(allowed));
    await waitUntil(() => heard.length >= 2);
    selection.set({namespace: 'acme', project: 'shop'});
    await waitUntil(() => heard.at(-1) === true);
    stop();
    expect(heard[0]).to.equal(undefined);
  });

  it('learns of a change of roles without forgetting the last answer meanwhile', async () => {
    const fixture = create();
    const heard: unknown[] = [];
    const stop = fixture.permissions.watch('view:analytics', {namespace: 'acme'}).subscribe((one) => heard.push(one));
    await waitUntil(() => heard.at(-1) === true);
    fixture.allows = () => false;
    await fixture.permissions.refresh();
    await waitUntil(() => heard.at(-1) === false);
    stop();
    expect(heard).to.deep.equal([undefined, true, false]);
  });

  it('counts a failure to ask as no', async () => {
    const fixture = create();
    fixture.allows = () => {
      throw new Error('down');
    };
    const heard: unknown[] = [];
    const stop = fixture.permissions.watch('view:analytics').subscribe((allowed) => heard.push(allowed));
    await waitUntil(() => heard.at(-1) === false);
    stop();
  });

  it('says what is held somewhere, and asks about what no profile knows', async () => {
    const {permissions, evaluated} = create();
    expect([permissions.has('component:create'), permissions.has('portalmodule:view')]).to.deep.equal([true, false]);
    await waitUntil(() => permissions.has('portalmodule:view'));
    expect(evaluated.length).to.equal(1);
  });

  it('guards an action', async () => {
    const fixture = create();
    fixture.allows = (action) => action === 'fine:do';
    const run = (action: string): Promise<unknown> =>
      fixture.permissions.guard(action, (value: number) => value * 2)(21);
    const {message} = await rejection(run('other:do'));
    expect([await run('fine:do'), message]).to.deep.equal([42, "This needs the permission 'other:do'."]);
  });
});
