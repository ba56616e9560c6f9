import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ApiError} from './api-error.ts';
import {decodeCursor, encodeCursor} from './cursor.ts';

const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);

describe('cursors', () => {
  it('lead back to the name they were made of, and are safe in a URL', () => {
    fc.assert(
      fc.property(name, (after) => {
        const cursor = encodeCursor(after);
        assert.equal(encodeURIComponent(cursor), cursor);
        assert.equal(decodeCursor(cursor), after);
      }),
    );
  });

  it('refuses whatever it did not make', () => {
    const forged = [{v: 2, after: 'a'}, {v: 1, after: '../a'}, {v: 1, after: 'a', more: 1}, {v: 1}, 'a', null].map(
      (value) => Buffer.from(JSON.stringify(value)).toString('base64url'),
    );
    const anything = fc.string({unit: 'binary', minLength: 1});
    for (const cursor of ['nonsense', '%%%', ...forged, ...fc.sample(anything, 200)]) {
      assert.throws(
        () => decodeCursor(cursor),
        (error) => error instanceof ApiError && error.status === 400,
      );
    }
  });
});
