import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {PortalError} from '@openchoreo/portal-contract';
import {sql} from 'drizzle-orm';
import {openDatabase, sessions, type OpenDatabase} from '../database/index.ts';
import {DATABASES, type TestDatabase} from '../testing/test-databases.ts';
import type {Tokens} from './identity-client.ts';
import {SessionStore} from './session-store.ts';

const USER = {id: 'dana', name: 'Dana', groups: ['developers']};
const MINUTE = 60_000;

for (const kind of DATABASES) {
  describe(`sessions on ${kind.name}`, {skip: kind.skip}, () => {
    let place: TestDatabase;
    let opened: OpenDatabase;
    let now: number;
    let renewals: number;
    let renew: (tokens: Tokens) => Promise<Tokens>;

    const open = (): SessionStore =>
      new SessionStore({
        database: opened.database,
        renew: (tokens) => renew(tokens),
        limits: {idle: 60 * MINUTE, total: 180 * MINUTE},
        now: () => now,
      });
    const tokens = (minutes: number, name = 'first'): Tokens => ({
      accessToken: name,
      refreshToken: 'refresh',
      expiresAt: now + minutes * MINUTE,
    });

    before(async () => {
      place = await kind.make();
      opened = await openDatabase(place);
    });
    after(async () => {
      await opened.close();
      await place.remove();
    });
    beforeEach(async () => {
      await opened.database.execute(sql`delete from portal.sessions`);
      now = Date.parse('2026-01-01T00:00:00Z');
      renewals = 0;
      renew = async () => {
        renewals += 1;
        return tokens(10, `renewed ${renewals}`);
      };
    });

    it('gives back who signed in, by the cookie alone', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(10));
      const session = await store.find(value);
      assert.deepEqual(session?.user, USER);
      assert.equal(await session.token(), 'first');
      assert.equal(await store.find(`${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`), undefined);
      assert.equal(await store.find(''), undefined);
      assert.equal(await store.find("' or 1=1 --"), undefined);
    });

    it('keeps neither the cookie nor a token readable in the database', async () => {
      const store = open();
      const {value} = await store.begin(USER, {...tokens(10), accessToken: 'very-secret-token'});
      const text = JSON.stringify(await opened.database.select().from(sessions));
      assert.ok(!text.includes(value));
      assert.ok(!text.includes('very-secret-token'));
    });

    it('lives as long as it is used, and not longer than its whole time', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(1000));
      const alive: boolean[] = [];
      for (const minutes of [50, 50, 50, 20, 20]) {
        now += minutes * MINUTE;
        alive.push((await store.find(value)) !== undefined);
      }
      assert.deepEqual(alive, [true, true, true, true, false]);
    });

    it('ends when it is not used', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(1000));
      now += 61 * MINUTE;
      assert.equal(await store.find(value), undefined);
      await store.purge();
      assert.equal(await store.count(), 0);
    });

    it('renews a token that runs out, once for all who ask at the same time', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(10));
      now += 10 * MINUTE;
      const session = await store.find(value);
      const given = await Promise.all([session?.token(), session?.token(), (await store.find(value))?.token()]);
      assert.deepEqual([given, renewals], [['renewed 1', 'renewed 1', 'renewed 1'], 1]);
      assert.equal(await (await open().find(value))?.token(), 'renewed 1');
    });

    it('ends when the provider refuses to renew', async () => {
      const store = open();
      const ended: string[] = [];
      store.onEnd((hash) => ended.push(hash));
      renew = () => Promise.reject(new PortalError('SESSION_EXPIRED', []));
      const {value} = await store.begin(USER, tokens(10));
      now += 10 * MINUTE;
      const session = await store.find(value);
      await assert.rejects(async () => session?.token(), {code: 'SESSION_EXPIRED'});
      assert.equal(await store.find(value), undefined);
      assert.deepEqual(ended, [session?.hash]);
    });

    it('stays when the provider cannot be reached, with the token as long as that is good', async () => {
      const store = open();
      renew = () => Promise.reject(new PortalError('IDENTITY_UNAVAILABLE', ['https://idp.example']));
      const {value} = await store.begin(USER, tokens(10));
      now += 9.8 * MINUTE;
      assert.equal(await (await store.find(value))?.token(), 'first');
      now += MINUTE;
      await assert.rejects(async () => (await store.find(value))?.token(), {code: 'IDENTITY_UNAVAILABLE'});
      assert.ok(await store.find(value));
    });

    it('goes on with what another process renewed a moment ago', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(10));
      now += 10 * MINUTE;
      const other = open();
      renew = async () => {
        renew = async () => tokens(10, 'by the other');
        await (await other.find(value))?.token();
        throw new PortalError('SESSION_EXPIRED', []);
      };
      assert.equal(await (await store.find(value))?.token(), 'by the other');
    });

    it('tells whether it stands without counting that as use', async () => {
      const store = open();
      const {value} = await store.begin(USER, tokens(1000));
      const hash = (await store.find(value))?.hash ?? '';
      now += 40 * MINUTE;
      assert.deepEqual(await store.look(hash), {});
      now += 40 * MINUTE;
      assert.equal(await store.look(hash), undefined);
    });
  });
}
