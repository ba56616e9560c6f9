import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readConfig} from './read-config.ts';

const faults = (environment: Record<string, string>): string[] => {
  const result = readConfig(environment);
  return result.ok ? [] : result.error.map((error) => `${error.code} ${error.message}`);
};

describe('readConfig', () => {
  it('needs nothing: everything has a default', () => {
    const result = readConfig({});
    assert.ok(result.ok);
    assert.deepEqual(result.value, {
      host: '127.0.0.1',
      port: 7007,
      publicUrl: 'http://localhost:7007',
      dataDir: '.data',
      modulesDir: join('.data', 'modules'),
      moduleSources: undefined,
      databaseUrl: undefined,
      demoPassword: undefined,
      apiUrl: undefined,
      observerUrl: undefined,
      seed: 'demo',
      embedOrigins: [],
      embedAudience: undefined,
      logLevel: undefined,
    });
  });

  it('names the variable, what was found and what is expected', () => {
    assert.deepEqual(faults({PORT: 'eighty'}), ["CONFIG_INVALID PORT is 'eighty'; expected a number."]);
    assert.deepEqual(faults({PORT: '70000'}), ["CONFIG_INVALID PORT is '70000'; expected a port to 65535."]);
    assert.deepEqual(faults({SEED: 'huge'}), ["CONFIG_INVALID SEED is 'huge'; expected one of demo, empty, large."]);
  });

  it('lists every bad variable, not the first only', () => {
    assert.equal(faults({PORT: '0', SEED: 'x', PUBLIC_URL: 'portal', OPENCHOREO_API_URL: 'ftp://x'}).length, 4);
  });

  it('wants an origin, not an address with a path', () => {
    assert.match(faults({PUBLIC_URL: 'https://example.com/portal'}).join(), /PUBLIC_URL is .*an origin without a path/);
  });

  it('never repeats a secret', () => {
    const text = faults({DATABASE_URL: 'mysql://root:hunter22@db', DEMO_PASSWORD: 'short'}).join();
    assert.doesNotMatch(text, /hunter22|short/);
    assert.match(text, /DATABASE_URL .*DEMO_PASSWORD/s);
  });

  it('refuses one-click demo people where other machines could sign in', () => {
    assert.match(
      faults({HOST: '0.0.0.0'}).join(),
      /DEMO_PASSWORD is not set; expected a password, because HOST=0\.0\.0\.0/,
    );
    assert.deepEqual(faults({HOST: '0.0.0.0', DEMO_PASSWORD: 'long enough'}), []);
    assert.deepEqual(faults({HOST: '::1'}), []);
  });

  it('refuses them too where a proxy lets other machines in', () => {
    const PUBLIC_URL = 'https://portal.example.com';
    assert.match(
      faults({PUBLIC_URL}).join(),
      /DEMO_PASSWORD is not set; expected a password, because PUBLIC_URL=https:\/\/portal\.example\.com/,
    );
    assert.deepEqual(faults({PUBLIC_URL, DEMO_PASSWORD: 'long enough'}), []);
    assert.deepEqual(faults({PUBLIC_URL, OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: 'portal'}), []);
    assert.deepEqual(faults({PUBLIC_URL: 'https://portal.localhost:7443'}), []);
  });

  it('wants platform and observer by a bare address, and does not repeat what else it holds', () => {
    for (const address of [
      'https://root:hunter22@api.example.com',
      'http://api/?key=hunter22',
      'http://api/#hunter22',
    ]) {
      for (const name of ['OPENCHOREO_API_URL', 'OBSERVER_URL']) {
        const text = faults({[name]: address}).join();
        assert.match(text, new RegExp(`CONFIG_INVALID ${name} .*without credentials, query or fragment`));
        assert.doesNotMatch(text, /hunter22/);
      }
    }
    assert.deepEqual(faults({OPENCHOREO_API_URL: 'https://api.example.com/base/'}), []);
  });

  it('accepts a provider over plain http on this machine only, and wants its client id', () => {
    assert.match(faults({OIDC_ISSUER: 'http://login.example.com', OIDC_CLIENT_ID: 'x'}).join(), /OIDC_ISSUER .*https/);
    assert.match(faults({OIDC_ISSUER: 'https://login.example.com'}).join(), /OIDC_CLIENT_ID is not set/);
    assert.deepEqual(faults({OIDC_ISSUER: 'http://localhost:9000', OIDC_CLIENT_ID: 'portal'}), []);
  });

  it('reads where modules are and where they may come from', () => {
    const result = readConfig({DATA_DIR: '/data', MODULE_SOURCES_ALLOW: 'Modules.Example.com, localhost:8080'});
    assert.ok(result.ok);
    assert.deepEqual(
      [result.value.modulesDir, result.value.moduleSources],
      [join('/data', 'modules'), ['modules.example.com', 'localhost:8080']],
    );
    assert.match(
      faults({MODULE_SOURCES_ALLOW: 'https://modules.example.com/x'}).join(),
      /MODULE_SOURCES_ALLOW .*host names/,
    );
  });

  it('lets exact origins embed, and nothing that reads like a pattern', () => {
    const origins = (text: string): readonly string[] | undefined => {
      const result = readConfig({EMBED_ORIGINS: text});
      return result.ok ? result.value.embedOrigins : undefined;
    };
    assert.deepEqual(origins('https://a.example, https://b.example:8443 http://localhost:3000,https://a.example'), [
      'https://a.example',
      'https://b.example:8443',
      'http://localhost:3000',
    ]);
    for (const bad of ['*', 'null', 'https://*.example', 'https://a.example/', 'https://a.example/app', 'a.example'])
      assert.match(faults({EMBED_ORIGINS: bad}).join(), /EMBED_ORIGINS is .*exact origins/, bad);
    for (const bad of ['http://a.example', 'https://A.example', 'https://a.example:443', 'https://me:pw@a.example'])
      assert.match(faults({EMBED_ORIGINS: bad}).join(), /EMBED_ORIGINS is .*exact origins/, bad);
  });

  it('takes an empty variable as not set', () => {
    assert.deepEqual(faults({PORT: '', SEED: '', DATABASE_URL: ''}), []);
  });
});
