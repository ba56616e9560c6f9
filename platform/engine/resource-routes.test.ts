import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import fc from 'fast-check';
import type {Shown} from '../testing/answer.ts';
import {describeOnDatabases} from '../testing/databases.ts';
import {sampleComponent} from '../testing/samples.ts';
import {startPlatform, type Send, type TestPlatform} from '../testing/start-platform.ts';
import {encodeCursor} from './cursor.ts';

const COMPONENTS = '/api/v1/namespaces/acme/components';

describeOnDatabases('lists', (open) => {
  let running: TestPlatform;
  let admin: Send;
  before(async () => {
    running = await startPlatform(open, {seed: 'large'});
    admin = running.as('admins');
  });
  after(() => running.stop());

  it('keep their limit between 1 and 100, and 20 when none is given', async () => {
    const lengths = [];
    for (const query of [
      '',
      '?limit=0',
      '?limit=-5',
      '?limit=7',
      '?limit=100',
      '?limit=99999999999999999999',
      '?limit=',
    ]) {
      lengths.push((await admin('GET', `${COMPONENTS}${query}`)).body.items.length);
    }
    assert.deepEqual(lengths, [20, 1, 1, 7, 100, 100, 20]);
    assert.equal((await admin('GET', `${COMPONENTS}?limit=many`)).status, 400);
  });

  it('give every object once, in the order of names, and then no cursor', async () => {
    const names = await walk(admin, COMPONENTS, 100);
    assert.equal(names.length, 2000);
    assert.deepEqual(names, [...new Set(names)].sort());
  });

  it('go on where they were while objects come and go', async () => {
    const first = (await admin('GET', `${COMPONENTS}?project=project-49&limit=10`)).body;
    const gone = [...first.items.slice(3, 4), ...first.items.slice(9, 10)].map((item) => item.metadata.name);
    for (const name of gone) await admin('DELETE', `${COMPONENTS}/${name}`);
    const owner = {projectName: 'project-49'};
    await admin('POST', COMPONENTS, sampleComponent('a-before-all', {owner}));
    await admin('POST', COMPONENTS, sampleComponent('z-after-all', {owner}));
    const rest = await walk(admin, `${COMPONENTS}?project=project-49`, 10, first.pagination.nextCursor);
    assert.deepEqual([rest.length, rest[0], rest.at(-1)], [31, 'project-49-component-10', 'z-after-all']);
    const unseen = rest.filter((name) => first.items.some((item) => item.metadata.name === name));
    assert.deepEqual(unseen, []);
  });

  it('take a cursor whose object is gone, and refuse one they did not give', async () => {
    const listed = await admin('GET', `${COMPONENTS}?limit=1&cursor=${encodeCursor('project-10-zzz')}`);
    assert.equal(listed.body.items[0]?.metadata.name, 'project-11-component-00');
    const refused = await admin('GET', `${COMPONENTS}?cursor=nonsense`);
    assert.deepEqual([refused.status, refused.body.code], [400, 'BAD_REQUEST']);
  });

  it('show a person only what they may see, page after page, and end', async () => {
    const binding = {
      metadata: {name: 'team'},
      spec: {
        entitlement: {claim: 'groups', value: 'team'},
        roleMappings: ['project-03', 'project-47'].map((project) => ({
          roleRef: {kind: 'ClusterAuthzRole', name: 'developer'},
          scope: {project},
        })),
      },
    };
    await admin('POST', '/api/v1/namespaces/acme/authzrolebindings', binding);
    const names = await walk(running.as('team'), COMPONENTS, 25);
    assert.equal(names.length, 80);
    assert.ok(names.every((name) => /^project-(03|47)-/.test(name)));
    const nothing = await running.as('nobody')('GET', COMPONENTS);
    assert.deepEqual([nothing.status, nothing.body], [200, {items: [], pagination: {}}]);
  });

  it('select by project and component', async () => {
    const listed = await walk(admin, `${COMPONENTS}?project=project-07`, 100);
    assert.equal(listed.length, 40);
    const workloads = '/api/v1/namespaces/acme/workloads?component=project-07-component-03';
    assert.deepEqual(await walk(admin, workloads, 100), ['project-07-component-03']);
    assert.deepEqual(await walk(admin, `${COMPONENTS}?project=${encodeURIComponent("x' or 1=1")}`, 100), []);
    assert.deepEqual(await walk(admin, `${COMPONENTS}?project=absent`, 100), []);
  });

  it('select by labels exactly as the grammar says', async () => {
    const url = `${COMPONENTS}?project=project-02&limit=100`;
    const all = (await admin('GET', url)).body.items;
    const key = fc.constantFrom('tier', 'team', 'openchoreo.dev/project', 'absent');
    const values = fc.array(fc.constantFrom('backend', 'frontend', 'data', 'team-02', 'project-02', 'x'), {
      minLength: 1,
      maxLength: 3,
    });
    const requirement = fc.tuple(key, fc.constantFrom('in', 'notin', 'exists', 'absent'), values);
    await fc.assert(
      fc.asyncProperty(fc.array(requirement, {minLength: 1, maxLength: 3}), async (requirements) => {
        const selector = requirements.map(toSelector).join(',');
        const {body} = await admin('GET', `${url}&labelSelector=${encodeURIComponent(selector)}`);
        const expected = all.filter((item) => requirements.every((one) => isSelected(item, one)));
        assert.deepEqual(toNames(body.items), toNames(expected), selector);
      }),
      {numRuns: 40},
    );
    assert.equal((await admin('GET', `${url}&labelSelector=a%20in%20b`)).status, 400);
  });

  it('have caused no failure of ours', () => assert.deepEqual(running.failures, []));
});

async function walk(send: Send, path: string, limit: number, start?: string): Promise<readonly string[]> {
  const names: string[] = [];
  let cursor: string | undefined = start;
  do {
    const query = new URLSearchParams({limit: String(limit), ...(cursor !== undefined && {cursor})});
    const {body} = await send('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
    names.push(...toNames(body.items));
    cursor = body.pagination.nextCursor;
  } while (cursor !== undefined);
  return names;
}

function toNames(items: readonly Shown[]): readonly string[] {
  return items.map(({metadata}) => metadata.name);
}

function toSelector([key, operator, values]: readonly [string, string, readonly string[]]): string {
  if (operator === 'exists') return key;
  return operator === 'absent' ? `!${key}` : `${key} ${operator} (${values.join(',')})`;
}

function isSelected({metadata}: Shown, [key, operator, values]: readonly [string, string, readonly string[]]): boolean {
  const value = metadata.labels?.[key];
  if (operator === 'exists' || operator === 'absent') return (value !== undefined) === (operator === 'exists');
  return (value !== undefined && values.includes(value)) === (operator === 'in');
}
