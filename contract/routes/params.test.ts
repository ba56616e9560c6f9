import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RouteLocation} from '../host.ts';
import {toPath, type Params} from './params.ts';

test('an address is the path with its parameters’ values, encoded', () => {
  assert.deepEqual(
    [
      toPath('/', {}),
      toPath('/reports/:id', {id: 'a/b c'}),
      toPath('/files/:path(.*)', {path: 'a/b c'}),
      toPath('/(.*)', {0: 'x/y'}),
      toPath('/:tab(logs|events)/:line(\\d+)', {tab: 'logs', line: '7'}),
    ],
    ['/', '/reports/a%2Fb%20c', '/files/a/b%20c', '/x/y', '/logs/7'],
  );
});

test('a value that is missing is named', () => {
  const path = ['', 'reports', ':id'].join('/');
  assert.throws(() => toPath(path, {}), /The path \/reports\/:id needs a value for 'id'/);
});

/** Never run: this compiles, or the types are wrong. */
export function typesOfParameters(location: RouteLocation<'/teams/:team/reports/:id'>, any: RouteLocation): void {
  const {team, id}: {team: string; id: string} = location.params;
  // @ts-expect-error The path has no such parameter.
  const {other} = location.params;
  // @ts-expect-error Parameters are for reading.
  location.params.id = 'x';
  // @ts-expect-error The address needs both.
  toPath('/teams/:team/reports/:id', {team});
  // @ts-expect-error The path names what this parameter accepts.
  toPath('/:tab(logs|events)', {tab: 'files'});

  const tab: 'logs' | 'events' = ({} as Params<'/:id/:tab(logs|events)'>).tab;
  const number: string = ({} as Params<'/builds/:number(\\d+)'>).number;
  const rest: string = ({} as Params<'/files/:path(.*)'>).path;
  const unnamed: string = ({} as Params<'/(.*)'>)[0];
  const unknown: string | undefined = any.params['whatever'];
  void [team, id, other, tab, number, rest, unnamed, unknown];
}
