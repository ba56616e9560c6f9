import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  defineConfig,
  defineModule,
  type Contribution,
  type Host,
  type JsonSchemaValue,
} from '@openchoreo/portal-contract';
import type {ContributionId, DeclaredModule, SettingValues} from './declared.ts';

const config = defineConfig({
  id: 'cost-insights',
  name: 'Cost insights',
  version: '1.2.0',
  apiVersion: 1,
  permissions: ['finops:view'],
  actions: ['finops:export'],
  dependencies: {modules: {analytics: '^1.0.0'}, optional: {components: '^1.0.0'}},
  contributes: {'dashboard.cards': [{id: 'total', title: 'Total', component: {entry: './card.ts', export: 'Card'}}]},
  extensionPoints: [
    {
      id: 'cost-insights.charts',
      schema: {
        type: 'object',
        required: ['unit'],
        properties: {unit: {enum: ['EUR', 'USD']}, height: {type: 'integer'}},
      },
    },
  ],
  events: {
    publish: {
      'cost-insights:changed': {
        type: 'object',
        required: ['total'],
        properties: {total: {type: 'number'}, tags: {type: 'array', items: {type: 'string'}}},
      },
    },
    subscribe: ['portal:module-activated', 'analytics:data-updated'],
  },
  settings: [
    {key: 'currency', type: 'select', label: 'Currency', default: 'EUR', options: [{value: 'EUR', label: 'Euro'}]},
    {key: 'budget', type: 'number', label: 'Budget'},
  ],
});

type Config = typeof config;

/** Never called: the compiler is the test. */
function askForWhatIsDeclared(host: Host<Config>): void {
  host.module.id satisfies 'cost-insights';
  host.events.emit('cost-insights:changed', {total: 3, tags: ['a']});
  host.events.on('cost-insights:changed', ({total}) => total satisfies number);
  host.events.on('portal:module-activated', ({module}) => module satisfies string);
  host.events.on('analytics:data-updated', () => {});
  void host.permissions.can('finops:view');
  host.permissions.watch('finops:export', {namespace: 'acme'});
  host.contributions.at('cost-insights.charts').get() satisfies readonly Contribution<{unit: 'EUR' | 'USD'}>[];
}

/** A host of a module that nobody knows while compiling. */
function askAnything(host: Host): void {
  host.events.on('portal:composition-changed', ({composition}) => composition satisfies string);
  host.events.emit('portal:composition-changed', {composition: ''});
  host.permissions.has('whatever:view');
  host.contributions.at('dashboard.cards');
}

/** Never called. */
function takePart(_: Pick<Host, 'api' | 'messages'>): void {}

/** Never called: each statement must be refused. */
function askForWhatIsNotDeclared(host: Host<Config>): void {
  // @ts-expect-error Its schema wants a total.
  host.events.emit('cost-insights:changed', {});
  // @ts-expect-error A total is a number.
  host.events.emit('cost-insights:changed', {total: 'much'});
  // @ts-expect-error Another's event: heard, not published.
  host.events.emit('analytics:data-updated', {});
  // @ts-expect-error Not declared at all.
  host.events.emit('cost-insights:removed', {});
  // @ts-expect-error Not subscribed to.
  host.events.on('portal:module-failed', () => {});
  // @ts-expect-error An action that the manifest does not speak of.
  void host.permissions.can('component:delete');
  // @ts-expect-error The same, for what runs later.
  host.permissions.guard('component:delete', () => {});
  // @ts-expect-error Another module's extension point.
  host.contributions.at('dashboard.cards');
  // @ts-expect-error It may do less than any module's host; helpers take the parts they use, `Pick<Host, 'api'>`.
  askAnything(host);
  takePart(host);
}

/** Never called: a manifest without a field declares nothing of the sort. */
function askWithoutDeclaring(host: Host<{id: 'small'; name: 'Small'; version: '1.0.0'; apiVersion: 1}>): void {
  // @ts-expect-error It publishes nothing.
  host.events.emit('small:changed', {});
  // @ts-expect-error It hears nothing.
  host.events.on('portal:module-activated', () => {});
  // @ts-expect-error It speaks of no action.
  host.permissions.has('component:view');
}

function isSame<A, B>(..._proof: [A] extends [B] ? ([B] extends [A] ? [] : [never]) : [never]): void {}

/** Never called. */
function readTypes(): void {
  isSame<DeclaredModule<Config>, 'analytics' | 'components' | 'cost-insights'>();
  isSame<ContributionId<Config, 'dashboard.cards'>, 'total'>();
  isSame<ContributionId<Config, 'portal.commands'>, never>();
  isSame<SettingValues<Config>, {readonly currency: 'EUR'; readonly budget: number | undefined}>();
  isSame<JsonSchemaValue<{readonly type: readonly ['string', 'null']}>, string | null>();
  isSame<JsonSchemaValue<{readonly anyOf: readonly [{readonly const: 1}, {readonly type: 'boolean'}]}>, 1 | boolean>();
  isSame<
    JsonSchemaValue<{readonly type: 'object'; readonly additionalProperties: {readonly type: 'number'}}>,
    Readonly<Record<string, number>>
  >();
}

/** Never called. */
function writeConfigs(): void {
  // @ts-expect-error A manifest needs a name.
  defineConfig({id: 'small', version: '1.0.0', apiVersion: 1});
  defineConfig({
    id: 'small',
    name: 'Small',
    version: '1.0.0',
    apiVersion: 1,
    contributes: {
      // @ts-expect-error A card of five columns.
      'dashboard.cards': [{id: 'card', title: 'Card', component: {entry: './card.ts', export: 'Card'}, columns: 5}],
      'other.things': [{id: 'thing', size: 5}],
    },
  });
}

const definition = defineModule({
  config,
  hooks: {
    onActivate(host) {
      host.events.emit('cost-insights:changed', {total: 0});
      // @ts-expect-error The hooks' host knows the config, too.
      host.events.emit('portal:module-failed', {});
    },
  },
});

test('the manifest is the type of what its module may ask for', () => {
  // That the lines above compile, and only just, is what `npm run check -- types` proves.
  assert.equal(definition.config, config);
  for (const proof of [askForWhatIsDeclared, askForWhatIsNotDeclared, askWithoutDeclaring, readTypes, writeConfigs]) {
    assert.equal(typeof proof, 'function');
  }
});
