import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Boot, PortalBuild, PrerenderRequest} from '@openchoreo/portal-contract';
import type {Log} from '../observability/index.ts';
import {Prerenderer} from './prerenderer.ts';

const request: PrerenderRequest = {
  boot: {} as Boot,
  address: '/',
  module: 'dashboard',
  component: {entry: 'page.js', export: 'Page'},
  nonce: 'N0nce',
};

describe('Prerenderer', () => {
  let folder: string;
  let warnings: unknown[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prerenderer-'));
    await writeFile(join(folder, 'page.js'), 'export const Page = "the page";');
    await writeFile(
      join(folder, 'draws.js'),
      'export const prerender = async ({nonce}, load) => ({markup: nonce + (await load("/m/page.js")).Page + Object.keys(await load("/m/other.js")), isComplete: true});',
    );
    await writeFile(
      join(folder, 'throws.js'),
      'export const prerender = async () => { throw new Error("no document"); };',
    );
  });
  after(() => rm(folder, {recursive: true}));

  function create(entry: string | undefined): Prerenderer {
    warnings = [];
    const log = {warn: (details: {module: string}) => warnings.push(details.module)} as unknown as Log;
    const build = {prerender: entry && {entry, files: {'/m/page.js': 'page.js'}}} as unknown as PortalBuild;
    return new Prerenderer({build, folder, log});
  }

  it('draws with the files that the build made for the server, and no others', async () => {
    const drawn = await create('draws.js').draw(request);
    assert.deepEqual([drawn, warnings], [{markup: 'N0ncethe page', isComplete: true}, []]);
  });

  it('leaves the page to the browser, and says so, when drawing fails or the file is missing', async () => {
    assert.deepEqual([await create('throws.js').draw(request), warnings], [undefined, ['dashboard']]);
    assert.deepEqual([await create('missing.js').draw(request), warnings], [undefined, ['dashboard']]);
  });

  it('draws nothing where the build made nothing for it', async () => {
    assert.deepEqual([await create(undefined).draw(request), warnings], [undefined, []]);
  });
});
