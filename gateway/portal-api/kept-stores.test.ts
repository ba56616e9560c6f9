import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {sql} from 'drizzle-orm';
import fc from 'fast-check';
import {openDatabase, type OpenDatabase} from '../database/index.ts';
import {DATABASES, type TestDatabase} from '../testing/test-databases.ts';
import {KeptStores} from './kept-stores.ts';

const by = (userId: string, module = 'analytics') => ({userId, module, writer: 'tab'});

for (const kind of DATABASES) {
  describe(`kept stores on ${kind.name}`, {skip: kind.skip}, () => {
    let place: TestDatabase;
    let opened: OpenDatabase;
    let stores: KeptStores;

    before(async () => {
      place = await kind.make();
      opened = await openDatabase(place);
    });
    after(async () => {
      await opened.close();
      await place.remove();
    });
    beforeEach(async () => {
      await opened.database.execute(sql`delete from portal.kept_stores`);
      stores = new KeptStores(opened.database);
    });

    it('give each person and each module what is theirs, field by field', async () => {
      await stores.write(by('dana'), {range: '30d', pinned: ['a']});
      await stores.write(by('dana'), {pinned: ['b']});
      await stores.write(by('dana', 'costs'), {range: '1y'});
      await stores.write(by('vera'), {range: '7d'});
      assert.deepEqual(
        await Promise.all([
          stores.read('dana', 'analytics'),
          stores.read('vera', 'analytics'),
          stores.read('nobody', 'analytics'),
        ]),
        [{range: '30d', pinned: ['b']}, {range: '7d'}, {}],
      );
    });

    it('give back any JSON as it went in', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({maxDepth: 4}), async (value) => {
          await stores.write(by('dana'), {value});
          const read = await stores.read('dana', 'analytics');
          assert.equal(JSON.stringify(read['value']), JSON.stringify(value));
        }),
        {numRuns: 60},
      );
    });

    it('tell of a change once it is kept', async () => {
      const heard: unknown[] = [];
      const stop = stores.onChange((change) => heard.push(change));
      await stores.write(by('dana'), {range: '30d'});
      await stores.write(by('dana'), {});
      await assert.rejects(stores.write(by('dana'), {large: 'x'.repeat(40_000)}), {code: 'STORE_TOO_LARGE'});
      stop();
      await stores.write(by('dana'), {range: '7d'});
      assert.deepEqual(heard, [by('dana')]);
    });

    it('refuse what is too large, and keep nothing of it', async () => {
      await stores.write(by('dana'), {range: '30d', big: 'x'.repeat(30_000)});
      const refused = {code: 'STORE_TOO_LARGE', values: ['analytics', '32 KiB in 64 fields']};
      await assert.rejects(stores.write(by('dana'), {range: '7d', more: 'x'.repeat(3000)}), refused);
      const many = Object.fromEntries(Array.from({length: 63}, (_, index) => [`f${index}`, index]));
      await assert.rejects(stores.write(by('dana'), many), refused);
      const {range, more} = await stores.read('dana', 'analytics');
      assert.deepEqual([range, more], ['30d', undefined]);
      await stores.write(by('dana'), {big: ''});
      await stores.write(by('dana'), {more: 'x'.repeat(3000)});
    });

    it('refuse a person who has too much in all modules together', async () => {
      for (let index = 0; index < 34; index += 1)
        await stores.write(by('dana', `m${index}`), {big: 'x'.repeat(30_800)});
      const refused = {code: 'STORE_TOO_LARGE', values: ['last', '1 MiB in all modules']};
      await assert.rejects(stores.write(by('dana', 'last'), {big: 'x'.repeat(30_800)}), refused);
      await stores.write(by('vera', 'last'), {big: 'x'.repeat(30_800)});
    });

    it('are not mixed up when many write at once', async () => {
      await Promise.all(Array.from({length: 20}, (_, index) => stores.write(by('dana'), {[`f${index}`]: index})));
      assert.equal(Object.keys(await stores.read('dana', 'analytics')).length, 20);
    });
  });
}
