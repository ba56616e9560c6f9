import {fileURLToPath} from 'node:url';
import {installModule, runCommand} from '../cli/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root); // relative variables mean what they mean to npm start
process.exitCode = await runCommand(installModule, {
  root,
  words: process.argv.slice(2),
  environment: process.env,
  print: console.log,
  complain: console.error,
});
