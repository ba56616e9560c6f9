import {fileURLToPath} from 'node:url';
import {buildIfChanged} from '../build/build-if-changed.ts';
import {BuildError} from '../build/fault.ts';
import {runGateway} from './run-gateway.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await buildIfChanged(root, {log: console.log});
  process.exitCode = await runGateway(root);
} catch (error) {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
}
