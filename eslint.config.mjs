import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import wc from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';

/** House rules that no plugin has; each message says what to do instead. */
const HOUSE_RULES = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by name: a name is found, renamed and imported the same everywhere.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^[.].*[/][^/.]+$|^[.].*[.]js$/]',
    message: 'Write the file you mean, with its extension: ./x.ts.',
  },
  {
    selector:
      'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'No mutable state in a file: keep it in an object that main.ts makes and hands on.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Show true data; for an id use crypto.randomUUID().',
  },
];

const STYLE_ATTRIBUTES = {
  name: 'lit/directives/style-map.js',
  message:
    "The page's policy refuses style attributes: set a class, or a property of element.style after the first update.",
};

export default typescript.config(
  {ignores: ['**/node_modules/', '**/*.d.ts', 'dist/', '.data/', 'coverage/', 'test-results/', '**/*.cjs']},
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE_RULES],
      'no-restricted-imports': ['error', {paths: [STYLE_ATTRIBUTES]}],
      'no-warning-comments': ['error', {terms: ['todo', 'fixme', 'xxx']}],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false},
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {ignoreArrowShorthand: true, ignoreVoidOperator: true},
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      // Records are read by names that come from data; the compiler asks for the brackets then.
      '@typescript-eslint/dot-notation': 'off',
      // A type parameter may be there for its caller, and an empty text is as absent as none.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true, boolean: true}}],
      // What implements an interface may have nothing to wait for, nothing to do, or no need of `this`.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['{shell,modules,adapters}/**/*.{ts,tsx}'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    settings: {wc: {elementBaseClasses: ['LitElement', 'ModuleElement', 'ShoelaceElement']}},
    rules: {
      'lit/no-template-arrow': 'off',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['**/*.tsx', 'adapters/{react,openchoreo-global}/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: [
      '**/*.config.ts',
      '**/*-reporter.ts',
      'modules/*/index.ts',
      'modules/*/module.config.ts',
      'modules/*/routes/index.ts',
      // What React's lazy() loads is the default export of its file.
      'modules/*/{pages,components}/**/*.tsx',
      'shell/testing/*/late-page.tsx',
      'adapters/react/testing/components/*.tsx',
    ],
    rules: {'no-restricted-syntax': ['error', ...HOUSE_RULES.slice(1)]},
  },
  {
    // Programs: they speak on the console.
    files: ['scripts/**/*.ts', 'bench/**/*.ts'],
    rules: {'no-console': 'off'},
  },
  {
    files: [
      '**/*.test.{ts,tsx}',
      '**/*.spec.ts',
      '**/testing/**/*.{ts,tsx}',
      'adapters/test-kit/**/*.ts',
      'e2e/**/*.ts',
    ],
    rules: {
      // node:test and mocha return promises nobody awaits; chai asserts by getters.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      'lit/no-this-assign-in-render': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [typescript.configs.base],
    rules: {'no-undef': 'off', 'no-unused-vars': 'error', eqeqeq: 'error'},
  },
);
