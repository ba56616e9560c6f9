import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DATABASES} from './testing/test-databases.ts';
import {startTestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const [, postgres] = DATABASES;

describe('two portals on one PostgreSQL', {skip: postgres?.skip}, () => {
  it('share sessions, data and decisions about modules', async () => {
    const place = await postgres?.make();
    if (place?.databaseUrl === undefined) return;
    const environment = {DATABASE_URL: place.databaseUrl};
    const modules = [{id: 'catalog', manifest: manifest('catalog')}];
    const first = await startTestPortal({environment, modules});
    // Both are the same portal to the world: one public address, here that of the first.
    const second = await startTestPortal({environment: {...environment, PUBLIC_URL: first.url}, modules});
    try {
      const admin = first.browser();
      await admin.signIn('admin');
      const headers = {'content-type': 'application/json', origin: first.url};
      const body = JSON.stringify({metadata: {name: 'shared'}});
      const projects = '/api/openchoreo/api/v1/namespaces/acme/projects';
      assert.equal((await admin.request(projects, {method: 'POST', body, headers})).status, 201);
      const disable = {method: 'PUT', body: '{"enabled":false}', headers};
      assert.equal((await admin.request('/api/portal/modules/catalog', disable)).status, 200);

      const cookie = `portal-session=${admin.cookie('portal-session')}`;
      const other = (path: string): Promise<Response> =>
        fetch(`http://127.0.0.1:${second.port}${path}`, {headers: {cookie}, redirect: 'manual'});
      const shared = await (await other(`${projects}/shared`)).json();
      assert.equal(shared.metadata.name, 'shared');
      assert.deepEqual((await (await other('/api/portal/composition')).json()).modules, []);
    } finally {
      await second.close();
      await first.close();
      await place.remove();
    }
  });
});
