import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toReturnPath} from './return-path.ts';

const HOME = 'http://localhost:7007';

describe('toReturnPath', () => {
  it('keeps a path of this portal with its query', () => {
    assert.equal(
      toReturnPath('/catalog/components?namespace=acme&q=a%20b#x', HOME),
      '/catalog/components?namespace=acme&q=a%20b#x',
    );
  });

  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    'catalog',
    '/auth/sign-out',
    '/auth/sign-in?return=/auth/sign-in',
    `/${'a'.repeat(3000)}`,
    '',
    undefined,
  ]) {
    it(`leads to the start page instead of ${String(elsewhere).slice(0, 40)}`, () => {
      assert.equal(toReturnPath(elsewhere, HOME), '/');
    });
  }
});
