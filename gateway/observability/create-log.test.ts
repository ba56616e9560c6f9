import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PGlite} from '@electric-sql/pglite';
import {sql} from 'drizzle-orm';
import {drizzle} from 'drizzle-orm/pglite';
import {createLog} from './create-log.ts';

describe('the log', () => {
  it('tells why a query failed, and nothing of what the query was given', async () => {
    const lines: string[] = [];
    const log = createLog({level: 'info', destination: {write: (line) => void lines.push(line)}});
    const client = await PGlite.create();
    try {
      const secret = 'very-secret\n    at frame (very-secret.ts:1:1)';
      await drizzle({client}).execute(sql`insert into nowhere (token) values (${secret})`);
      assert.fail('the table does not exist');
    } catch (error) {
      log.error({err: error}, 'failed');
      log.error(error);
      log.error({err: error});
      log.error({err: new Error('outer', {cause: error})}, 'failed inside');
      log.error({err: new AggregateError([error], 'several')}, 'failed among others');
    } finally {
      await client.close();
    }
    assert.equal(lines.length, 5);
    for (const line of lines) {
      assert.doesNotMatch(line, /very-secret|params/);
      assert.match(line, /insert into nowhere/);
      assert.match(line, /relation \\"nowhere\\" does not exist/);
      assert.match(line, /create-log\.test\.ts/, 'where it happened');
    }
  });

  it('takes secrets out of what is logged beside', () => {
    const lines: string[] = [];
    const log = createLog({level: 'info', destination: {write: (line) => void lines.push(line)}});
    log.info({password: 'hunter22', session: {refreshToken: 'eyJ'}}, 'kept');
    assert.doesNotMatch(lines.join(), /hunter22|eyJ/);
  });
});
