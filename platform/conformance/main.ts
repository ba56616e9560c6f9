import {setTimeout} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {loadTrueSpecification} from '../testing/true-specification.ts';
import {runScenario} from './scenario.ts';
import {PEOPLE, type Person} from './target.ts';

const USAGE = `node platform/conformance/main.ts --url <root of the API> --token <person>=<token> …

  --token      of ${PEOPLE.join(', ')}; those that are missing are skipped
  --namespace  with the pipeline default (acme)
  OPENCHOREO_SPEC_DIR names a folder with openchoreo-api.yaml
`;

const {values} = parseArgs({
  options: {
    url: {type: 'string'},
    token: {type: 'string', multiple: true, default: []},
    namespace: {type: 'string', default: 'acme'},
  },
});
const specification = loadTrueSpecification();
const tokens = new Map(
  values.token.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);
if (values.url === undefined || !specification || tokens.size === 0) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const root = values.url.replace(/\/$/, '');
const report = await runScenario(
  {
    fetch(request) {
      const {pathname, search} = new URL(request.url);
      return fetch(new Request(`${root}${pathname}${search}`, request));
    },
    token: (person: Person) => tokens.get(person),
    check: specification.check,
    wait: () => setTimeout(1000),
  },
  {namespace: values.namespace, mark: Date.now().toString(36)},
);
for (const name of report.passed) process.stdout.write(`✓ ${name}\n`);
for (const name of report.skipped) process.stdout.write(`- ${name}\n`);
for (const difference of report.differences) process.stdout.write(`✗ ${difference}\n`);
process.stdout.write(
  `${report.passed.length} passed, ${report.differences.length} differences, ${report.skipped.length} skipped; ` +
    `answers of ${report.operations.size} operations compared\n`,
);
process.exitCode = report.differences.length > 0 ? 1 : 0;
