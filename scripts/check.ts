import {fileURLToPath} from 'node:url';
import {ALL_CHECKS} from './checks/all-checks.ts';
import {runChecks} from './run-checks.ts';

// npm run check -- types lint runs those two.
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ALL_CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check '${unknown.join("', '")}'; there are ${ALL_CHECKS.map(({name}) => `'${name}'`).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  const checks = ALL_CHECKS.filter(({name}) => wanted.length === 0 || wanted.includes(name));
  const {passed, failed} = await runChecks(root, checks);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
