import {setTimeout} from 'node:timers/promises';
import {createPlatform} from '../index.ts';
import {openPglite} from './databases.ts';
import {sampleComponent, sampleWorkload} from './samples.ts';

/** A process of its own that a test kills: deploys component after component, and tells of each and of every change. */
const [folder = ''] = process.argv.slice(2);
const {database} = await openPglite(folder);
const platform = await createPlatform({
  database,
  seed: 'demo',
  verifyToken: (sub) => Promise.resolve({sub, groups: [sub]}),
  issuer: 'http://issuer.test',
  url: 'http://platform.test',
  controllers: {pace: 0.02, byThemselves: true},
});
platform.onChange(({kind, name, action}) => {
  if (kind === 'ReleaseBinding') process.stdout.write(`${action} ${name}\n`);
});

async function post(plural: string, body: object): Promise<number> {
  const request = new Request(`http://platform.test/api/v1/namespaces/acme/${plural}`, {
    method: 'POST',
    headers: {authorization: 'Bearer admins'},
    body: JSON.stringify(body),
  });
  return (await platform.fetch(request)).status;
}

for (let count = 0; ; count++) {
  const name = `killed-${count}`;
  await post('components', sampleComponent(name, {autoDeploy: true}));
  process.stdout.write(`${await post('workloads', sampleWorkload(name))} ${name}\n`);
  // The embedded database answers without a turn of the event loop; the controllers' timers need one.
  await setTimeout(20);
}
