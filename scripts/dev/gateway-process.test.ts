import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {createGatewayProcess} from './gateway-process.ts';

test('a restart that comes with the stop leaves nothing running', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-gateway-'));
  context.after(() => rmSync(folder, {recursive: true, force: true}));
  const main = join(folder, 'main.mjs');
  const started = join(folder, 'started');
  writeFileSync(
    main,
    `import {appendFileSync} from 'node:fs';
     setInterval(() => {}, 1000);
     appendFileSync(process.env.STARTED, process.pid + ' ');`,
  );
  const gateway = createGatewayProcess({STARTED: started}, main);
  await gateway.restart();
  while (!existsSync(started)) await new Promise((resolve) => setTimeout(resolve, 20));

  await Promise.all([gateway.restart(), gateway.stop()]);
  await gateway.restart();
  await new Promise((resolve) => setTimeout(resolve, 300));

  const pids = readFileSync(started, 'utf8').trim().split(' ').map(Number);
  assert.equal(pids.length, 1);
  assert.throws(() => process.kill(pids[0] ?? 0, 0), /ESRCH/);
});
