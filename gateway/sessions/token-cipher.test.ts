import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {hashOf, seal, unseal} from './token-cipher.ts';

describe('seal', () => {
  it('opens with the same secret only', () => {
    const sealed = seal('token', 'secret');
    assert.deepEqual([unseal(sealed, 'secret'), unseal(sealed, 'other')], ['token', undefined]);
  });

  it('never gives the same twice, and does not show what is inside', () => {
    assert.notEqual(seal('token', 'secret'), seal('token', 'secret'));
    assert.doesNotMatch(Buffer.from(seal('token', 'secret'), 'base64url').toString('latin1'), /token/);
  });

  it('does not open when a byte was changed or lost', () => {
    const bytes = Buffer.from(seal('token', 'secret'), 'base64url');
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    assert.equal(unseal(bytes.toString('base64url'), 'secret'), undefined);
    assert.equal(unseal(bytes.subarray(0, 20).toString('base64url'), 'secret'), undefined);
    assert.equal(unseal('', 'secret'), undefined);
  });
});

describe('hashOf', () => {
  it('is the same for the same value and tells nothing of it', () => {
    assert.equal(hashOf('a'), hashOf('a'));
    assert.notEqual(hashOf('a'), hashOf('b'));
    assert.match(hashOf('a'), /^[0-9a-f]{64}$/);
  });
});
