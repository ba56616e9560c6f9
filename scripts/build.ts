import {fileURLToPath} from 'node:url';
import {buildIfChanged} from '../build/build-if-changed.ts';
import {BuildError} from '../build/fault.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await buildIfChanged(root, {force: process.argv.includes('--force'), log: console.log});
} catch (error) {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = 1;
}
