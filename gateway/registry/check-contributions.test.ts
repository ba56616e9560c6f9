import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseManifest, type ContributionData} from '@openchoreo/portal-contract';
import fc from 'fast-check';
import {manifest} from '../testing/write-build.ts';
import {checkContributions, checkPoints} from './check-contributions.ts';
import type {AcceptedModule, RegisteredModule} from './registered-module.ts';

const CHARTS = {
  type: 'object',
  required: ['title', 'unit'],
  properties: {title: {type: 'string', maxLength: 12}, unit: {enum: ['€', '$']}},
};

function accepted(
  id: string,
  rest: Readonly<Record<string, unknown>>,
  messages: Readonly<Record<string, string>> = {},
): AcceptedModule {
  const parsed = parseManifest(manifest(id, rest));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const listed = {id, version: '1.0.0', base: `/m/${id}/1.0.0/`, source: `modules/${id}`};
  return {...listed, status: 'accepted', manifest: parsed.value, preload: {}, messages: {en: messages}};
}

const owner = (schema: unknown = CHARTS) => accepted('cost', {extensionPoints: [{id: 'cost.charts', schema}]});
const contributor = (list: readonly unknown[], messages?: Readonly<Record<string, string>>) =>
  accepted('cloud', {contributes: {'cost.charts': list}}, messages);

function outcome(modules: readonly RegisteredModule[], id = 'cloud'): unknown {
  const module = checkContributions(modules).find((one) => one.id === id);
  assert.ok(module?.status === 'accepted');
  return {
    kept: Object.values(module.manifest.contributes ?? {}).map((list) => list.map((one) => one.id)),
    refused: module.refused?.map((one) => [one.point, one.id, one.faults.map(({path}) => path)]),
  };
}

describe('checkContributions', () => {
  it('takes out what does not fit the point, says why, and keeps the others', () => {
    const modules = [
      contributor([
        {id: 'fits', title: 'Spending', unit: '€'},
        {id: 'wrong', title: 'Much too long a title', unit: 'yen'},
        {id: 'bare'},
      ]),
      owner(),
    ];
    assert.deepEqual(outcome(modules), {
      kept: [['fits']],
      refused: [
        ['cost.charts', 'wrong', ['title', 'unit']],
        ['cost.charts', 'bare', ['title', 'unit']],
      ],
    });
  });

  it('judges texts as people read them', () => {
    const modules = [
      owner(),
      contributor(
        [
          {id: 'short', title: '%a.very.long.key.for.it%', unit: '€'},
          {id: 'long', title: '%b%', unit: '€'},
        ],
        {'a.very.long.key.for.it': 'Short', b: 'Longer than twelve'},
      ),
    ];
    assert.deepEqual(outcome(modules), {kept: [['short']], refused: [['cost.charts', 'long', ['title']]]});
  });

  it('refuses the second of two with one id', () => {
    const one = {id: 'same', title: 'One', unit: '€'};
    assert.deepEqual(outcome([owner(), contributor([one, {...one, title: 'Two'}])]), {
      kept: [['same']],
      refused: [['cost.charts', 'same', ['id']]],
    });
  });

  it('lets what names a point that nobody opens wait as it is', () => {
    assert.deepEqual(outcome([contributor([{id: 'early', anything: true}])]), {kept: [['early']], refused: undefined});
  });

  it('checks what the portal’s own points get', () => {
    const component = {entry: 'settings.js', export: 'Settings'};
    const module = accepted('cloud', {
      contributes: {
        'portal.settings': [
          {id: 'own', title: 'Cloud', component},
          {id: 'empty', title: 'Cloud'},
        ],
      },
    });
    assert.deepEqual(outcome([module]), {kept: [['own']], refused: [['portal.settings', 'empty', ['component']]]});
  });

  it('keeps exactly what fits, whatever is contributed', () => {
    const title = fc.oneof(fc.string({minLength: 1, maxLength: 20}), fc.constant(undefined));
    const unit = fc.oneof(fc.constantFrom('€', '$', 'yen'), fc.jsonValue());
    const list = fc.uniqueArray(fc.record({title, unit}), {maxLength: 20});
    fc.assert(
      fc.property(list, (contributions) => {
        const named = contributions.map((one, index) => ({id: `c${index}`, ...one}));
        const [, module] = checkContributions([owner(), contributor(named.map(withoutAbsent))]);
        assert.ok(module?.status === 'accepted');
        const kept = module.manifest.contributes?.['cost.charts'] ?? [];
        assert.deepEqual(
          kept.map(({id}) => id),
          named.filter((one) => isFitting(one)).map(({id}) => id),
        );
        assert.equal(kept.length + (module.refused?.length ?? 0), named.length);
      }),
    );
  });

  it('checks ten thousand contributions in a moment', () => {
    const modules = Array.from({length: 100}, (_, index) =>
      accepted(`m${index}`, {
        contributes: {
          'cost.charts': Array.from({length: 100}, (__, n) => ({
            id: `c${n}`,
            title: 'Spending',
            unit: n % 2 ? '€' : 7,
          })),
        },
      }),
    );
    const before = performance.now();
    const checked = checkContributions([...modules, owner()]);
    const milliseconds = performance.now() - before;
    const refused = checked.flatMap((module) => (module.status === 'accepted' ? (module.refused ?? []) : []));
    assert.equal(refused.length, 5000);
    assert.ok(milliseconds < 1000, `${milliseconds} ms`);
  });
});

describe('checkPoints', () => {
  it('refuses a module that opens a point with something that is no schema, and names the point', () => {
    const [module] = checkPoints([owner({type: 'chart'})]);
    assert.ok(module?.status === 'refused');
    assert.deepEqual(
      [module.problem.code, /extensionPoints\.0\.schema.*draft 2020-12/.test(module.problem.detail)],
      ['MANIFEST_INVALID', true],
    );
  });
});

function withoutAbsent<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

function isFitting({title, unit}: Pick<ContributionData, 'title'> & {readonly unit: unknown}): boolean {
  return title !== undefined && title.length <= 12 && (unit === '€' || unit === '$');
}
