// Who may import whom. Each comment says what to do instead.
import {existsSync, globSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';

const ROOMS = '^(contract|shell|modules|adapters|gateway|platform|cli)/';
const CONTRACT = 'contract/index[.]ts$';
const ADAPTER = 'adapters/[^/]+/index[.]ts$';
const LIT = 'adapters/lit/index[.]ts$';
const REACT = 'adapters/react/index[.]ts$';
const TEST = '[.](test|spec)[.]tsx?$';
const TECHNOLOGY = 'adapters/(?!sandbox/)[^/]+/index[.]ts$';

const error = (name, comment, from, to) => ({name, comment, severity: 'error', from, to});

/** Files under `from` may import only these rooms. A `$1` stands for what `from` captured. */
const only = (name, from, rooms, comment, except) =>
  error(
    name,
    comment,
    {path: `^${from}`, ...(except && {pathNot: `^${except}`})},
    {path: ROOMS, pathNot: rooms.map((room) => `^${room}`)},
  );

const modules = await readModules();

/** What a module's files may import: all but other modules' files, which have rules of their own. */
const NOT_OTHER_MODULES = [CONTRACT, TECHNOLOGY, 'modules/'];
const door = (ids) => `^modules/(${ids.join('|') || '-'})/index[.]ts$`;

export default {
  forbidden: [
    only('contract-imports-nothing', 'contract/', ['contract/'], 'Every room shares the contract. Move the code up a room, or pass the value in.'), // prettier-ignore
    only('adapter-imports-contract', 'adapters/([^/]+)/', [CONTRACT, 'adapters/$1/'], 'An adapter knows the contract and one foreign technology. The shell passes in the rest.', '(adapters/(test-kit|openchoreo-global)/|.*(/testing/|[.]test[.]tsx?$))'), // prettier-ignore
    only('adapter-tests-use-test-kit', 'adapters/([^/]+)/.*(?:testing/|[.]test[.]tsx?$)', [CONTRACT, LIT, REACT, 'adapters/test-kit/index[.]ts$', 'adapters/$1/'], 'The tests of an adapter know it, the test kit, and Lit elements to work with.'), // prettier-ignore
    only('global-rests-on-react', 'adapters/openchoreo-global/', [CONTRACT, REACT, 'adapters/openchoreo-global/'], 'What consumers get is made of the contract and the React adapter.', '(.*[.]test[.]tsx?$|adapters/openchoreo-global/test-support/)'), // prettier-ignore
    only('test-kit-stands-in-for-the-shell', 'adapters/test-kit/', [CONTRACT, LIT, 'adapters/test-kit/'], 'The test kit knows what the shell may know. The test passes in the rest.'), // prettier-ignore
    only('module-imports-contract', 'modules/', NOT_OTHER_MODULES, 'A module knows the contract, an adapter, and modules that it declares. Ask the host for the rest.'), // prettier-ignore
    error(
      'module-door-only',
      "What another module's index.ts does not export is private. Import from '@/modules/<id>', and have it exported there.",
      {path: '^modules/([^/]+)/'},
      {path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/index[.]ts$']},
    ),
    ...modules.flatMap(({id, required, optional}) => [
      error(
        `module-${id}-declares`,
        `Name the module in dependencies.modules of modules/${id}/module.config.ts ({<id>: '^<version>'}), or meet it at an extension point or by an event.`,
        {path: `^modules/${id}/`},
        {path: '^modules/[^/]+/index[.]ts$', pathNot: [`^modules/${id}/`, door([...required, ...optional])]},
      ),
      error(
        `module-${id}-optional-late`,
        "The module may be absent, and its code with it: only await import('@/modules/<id>'), and do without when that fails.",
        {path: `^modules/${id}/`},
        {path: door(optional), dependencyTypesNot: ['dynamic-import', 'type-only']},
      ),
    ]),
    only(
      'shell-imports-contract',
      'shell/',
      [CONTRACT, LIT, 'shell/'],
      'The shell learns of modules from the gateway, at run time. Only main.ts wires adapters; Lit is its own technology.',
      'shell/((main|embed/main|adapt-component|conformance[.]test)[.]ts$|testing/rho/)',
    ),
    only('conformance-uses-test-kit', 'shell/conformance[.]test[.]ts$', [CONTRACT, 'adapters/test-kit/index[.]ts$', 'shell/'], 'The conformance suite holds modules to what the test kit measures; it meets them as data.'), // prettier-ignore
    only('main-wires', 'shell/(main|embed/main|adapt-component)[.]ts$', [CONTRACT, ADAPTER, 'shell/'], 'main.ts and adapt-component.ts wire the shell to adapters; they do not know any module.'), // prettier-ignore
    only('gateway-imports-contract', 'gateway/', [CONTRACT, 'gateway/', 'platform/index[.]ts$'], 'Server and browser share the contract and nothing else; the platform is one Request → Response door.'), // prettier-ignore
    only('platform-knows-nobody', 'platform/', [CONTRACT, 'platform/'], 'The embedded platform stands in for a real one: it knows neither gateway nor shell.'), // prettier-ignore
    only('cli-imports-contract', 'cli/', [CONTRACT, 'cli/', 'gateway/(config|module-store)/index[.]ts$'], 'The CLI reads the variables and judges modules with the very code of the gateway, through its doors. It never loads a module.'), // prettier-ignore
    error(
      'rooms-do-not-know-tools',
      'The build and the scripts know the rooms, not the other way round. Move what both need into the contract.',
      {path: ROOMS},
      {path: '^(build|scripts|e2e|bench)/'},
    ),
    error(
      'contract-depends-on-zod-only',
      'The contract runs everywhere: no other package, no Node, no DOM library.',
      {path: '^contract/', pathNot: TEST},
      {dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'], pathNot: 'node_modules/zod/'},
    ),
    error(
      'no-node-in-the-browser',
      'Put it behind a gateway route.',
      {path: '^(shell|modules|adapters)/', pathNot: TEST},
      {dependencyTypes: ['core']},
    ),
    error(
      'no-dom-in-node',
      'The gateway and the CLI have no DOM.',
      {path: '^(gateway|platform|cli)/'},
      {path: 'node_modules/(lit|@lit|react|@shoelace-style)/'},
    ),
    error(
      'react-where-it-is-declared',
      "Only the React adapters and modules whose package.json names react use it: the shell never loads it for the rest. Write a Lit element, or add react to the module's dependencies.",
      {
        path: '^(contract|shell|modules|adapters)/',
        pathNot: [
          '^adapters/(react|openchoreo-global|test-kit)/',
          '^shell/testing/',
          TEST,
          'adapt-component[.]ts$',
          ...modules.filter(({isReact}) => isReact).map(({id}) => `^modules/${id}/`),
        ],
      },
      {path: ['node_modules/(@types/)?(react|react-dom)/', 'node_modules/@tanstack/react-query/', REACT]},
    ),
    error(
      'router-behind-its-port',
      "Modules and the rest of the shell know routes as data; only the router's port imports it.",
      {pathNot: '^shell/routing/'},
      {path: 'node_modules/@vaadin/router/'},
    ),
    error(
      'data-does-not-render',
      'Imports run one way: page, component, hook, store, service, util, type.',
      {path: '^modules/[^/]+/(stores|services|utils|types)/'},
      {path: '^modules/[^/]+/(routes|pages|components|hooks)/'},
    ),
    error(
      'components-do-not-know-pages',
      'A component is told what to show; a page decides.',
      {path: '^modules/[^/]+/components/'},
      {path: '^modules/[^/]+/(routes|pages)/'},
    ),
    error('no-circular', 'Take out what both sides need.', {}, {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}}), // prettier-ignore
    error('no-tests-in-code', 'Only tests import tests.', {pathNot: TEST}, {path: TEST}), // prettier-ignore
    error(
      'resolvable',
      'Name a file that exists, or add the package to package.json.',
      {},
      {couldNotResolve: true, dependencyTypesNot: ['type-only']},
    ),
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default'],
    },
  },
};

/** The modules, each with the ids of those that its manifest says it needs. */
async function readModules() {
  const ids = globSync('modules/*/').map((folder) => basename(folder));
  return Promise.all(
    ids.map(async (id) => {
      const file = `modules/${id}/module.config.ts`;
      const config = existsSync(file) ? (await import(new URL(file, import.meta.url).href)).default : undefined;
      const {modules: required = {}, optional = {}} = config?.dependencies ?? {};
      const isReact = 'react' in (readPackage(id).dependencies ?? {});
      return {id, isReact, required: Object.keys(required), optional: Object.keys(optional)};
    }),
  );
}

function readPackage(id) {
  const file = `modules/${id}/package.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
