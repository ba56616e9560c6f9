import {createPlatform, type PlatformOptions} from '../index.ts';
import {openPglite} from './databases.ts';

/** A process of its own that a test kills: starts a platform on a folder and writes on and on, a line for each answer. */
const [folder = '', seed = 'demo', prefix = 'p'] = process.argv.slice(2);
const {database} = await openPglite(folder);
process.stdout.write('open\n');
const platform = await createPlatform({
  database,
  seed: seed as PlatformOptions['seed'],
  verifyToken: (sub) => Promise.resolve({sub, groups: [sub]}),
  issuer: 'http://issuer.test',
  url: 'http://platform.test',
});
process.stdout.write('ready\n');
for (let count = 0; ; count++) {
  const name = `${prefix}-${count}`;
  const request = new Request('http://platform.test/api/v1/namespaces/acme/projects', {
    method: 'POST',
    headers: {authorization: 'Bearer admins'},
    body: JSON.stringify({metadata: {name}}),
  });
  const {status} = await platform.fetch(request);
  process.stdout.write(`${status} ${name}\n`);
}
