import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rememberVerified} from './remember-verified.ts';

describe('rememberVerified', () => {
  it('checks a token once for a while, and never believes one that has run out', async () => {
    let now = 1_000_000;
    let checks = 0;
    const verify = rememberVerified(
      (token) => {
        checks += 1;
        return token === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve({sub: token, exp: 1_005});
      },
      () => now,
    );
    await Promise.all([verify('a'), verify('a')]);
    await verify('a');
    assert.equal(checks, 1);
    now += 6_000;
    await verify('a');
    assert.equal(checks, 2);
  });

  it('checks a refused token again', async () => {
    let checks = 0;
    const verify = rememberVerified(() => {
      checks += 1;
      return Promise.reject<{sub: string}>(new Error('bad'));
    });
    await assert.rejects(verify('bad'));
    await assert.rejects(verify('bad'));
    assert.equal(checks, 2);
  });

  it('remembers a bounded number', async () => {
    let checks = 0;
    const verify = rememberVerified((token) => {
      checks += 1;
      return Promise.resolve({sub: token});
    });
    for (let index = 0; index < 500; index += 1) await verify(`token ${index}`);
    await verify('token 0');
    assert.equal(checks, 501);
  });
});
