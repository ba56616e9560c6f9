import assert from 'node:assert/strict';
import {test} from 'node:test';
import pg from 'pg';
import {startTemporaryPostgres} from './temporary-postgres.ts';

test('a temporary PostgreSQL answers, and is gone once stopped', async (context) => {
  const postgres = await startTemporaryPostgres();
  if (postgres === undefined) return void context.skip('PostgreSQL is not installed');
  const client = new pg.Client({connectionString: postgres.url});
  await client.connect();
  const {rows} = await client.query('select 1 + 1 as sum');
  await client.end();
  assert.deepEqual(rows, [{sum: 2}]);

  await postgres.stop();
  const late = new pg.Client({connectionString: postgres.url});
  await assert.rejects(late.connect());
});
