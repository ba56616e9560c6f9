import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PortalError} from '@openchoreo/portal-contract';
import {freePort} from '../testing/test-portal.ts';
import {DATABASES, type TestDatabase} from '../testing/test-databases.ts';
import {toDatabaseFault} from './database-fault.ts';
import {keptKey} from './kept-key.ts';
import {openDatabase} from './open-database.ts';

for (const kind of DATABASES) {
  describe(`the database on ${kind.name}`, {skip: kind.skip}, () => {
    let place: TestDatabase;
    before(async () => {
      place = await kind.make();
    });
    after(() => place.remove());

    it('is migrated at the first opening, and keeps what it has at the next', async () => {
      const first = await openDatabase(place);
      const made = await keptKey(first.database, 'key', () => 'made once');
      await first.check();
      await first.close();
      const second = await openDatabase(place);
      const kept = await keptKey(second.database, 'key', () => 'made again');
      await second.close();
      assert.deepEqual([made, kept], ['made once', 'made once']);
    });

    it('gives everybody who makes a key at the same time the same one', async () => {
      const {database, close} = await openDatabase(place);
      const values = await Promise.all([1, 2, 3, 4].map((one) => keptKey(database, 'raced', () => one)));
      await close();
      assert.equal(new Set(values).size, 1);
    });

    it('says so when it no longer answers', async () => {
      const opened = await openDatabase(place);
      await opened.close();
      await assert.rejects(opened.check(), {code: 'DATABASE_UNAVAILABLE'});
    });
  });
}

describe('PostgreSQL', () => {
  const [, postgres] = DATABASES;

  it('is migrated once when several portals start at the same time', {skip: postgres?.skip}, async () => {
    const place = await postgres?.make();
    if (place === undefined) return;
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(place)));
    await Promise.all(opened.map((one) => one.close()));
    await place.remove();
  });

  it('that cannot be reached is DATABASE_UNAVAILABLE', async () => {
    const databaseUrl = `postgresql://portal:portal@127.0.0.1:${await freePort()}/portal`;
    await assert.rejects(openDatabase({dataDir: '.', databaseUrl}), {code: 'DATABASE_UNAVAILABLE'});
  });
});

describe('toDatabaseFault', () => {
  it('knows a lost connection however deep it lies, and nothing else', () => {
    const lost = new Error('query failed', {cause: Object.assign(new Error('gone'), {code: 'ECONNRESET'})});
    assert.ok(toDatabaseFault(lost) instanceof PortalError);
    assert.equal(toDatabaseFault(Object.assign(new Error('duplicate key'), {code: '23505'})), undefined);
    assert.equal(toDatabaseFault('ECONNRESET'), undefined);
  });
});
