import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {BuildError} from './fault.ts';
import {readModules} from './read-modules.ts';
import {createSampleProject, SAMPLE, type SampleProject} from './testing/sample-project.ts';

const CONFIG = 'modules/sample/module.config.ts';

describe('reading modules', () => {
  let project: SampleProject;
  before(() => {
    project = createSampleProject();
  });
  after(() => project.remove());

  /** The faults the sample has with these files changed; the sample is as before afterwards. */
  async function faultsWith(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    project.write(files);
    try {
      await readModules(project.root);
      return [];
    } catch (error) {
      assert.ok(error instanceof BuildError, String(error));
      return error.faults.map(({module, path, found, expected}) => `${module}: ${path}: ${found}; ${expected}`);
    } finally {
      project.write(Object.fromEntries(Object.keys(files).map((file) => [file, SAMPLE[file] ?? ''])));
    }
  }

  const changed = (file: string, from: string | RegExp, to: string): Record<string, string> => ({
    [file]: (SAMPLE[file] ?? '').replace(from, to),
  });

  it('finds nothing wrong with the sample', async () => {
    assert.deepEqual(await faultsWith({}), []);
  });

  it('names a file that the manifest names and that is not there', async () => {
    assert.deepEqual(await faultsWith(changed(CONFIG, './components/card-a.ts', './components/gone.ts')), [
      'sample: components/gone.ts: no such file; the file that the manifest names',
    ]);
  });

  it('names an export that the file lacks, and those it has', async () => {
    assert.deepEqual(await faultsWith(changed(CONFIG, "export: 'CardB'", "export: 'Other'")), [
      "sample: components/card-b.ts: exports CardB; an export 'Other'",
    ]);
  });

  it('names a lazy import whose file has several exports and no default', async () => {
    const lazy = changed('modules/sample/routes/index.ts', /two-pages.ts'\).*SecondPage\)/, "two-pages.ts')");
    const [fault] = await faultsWith(lazy);
    assert.match(
      fault ?? '',
      /^sample: routes\/index.ts routes.definitions.2.component: a file that exports FirstPage, SecondPage; /,
    );
  });

  it('names a contribution that does not fit its extension point, and a point whose schema is none', async () => {
    const opened =
      "extensionPoints: [{id: 'sample.charts', schema: {required: ['unit']}}], contributes: {'sample.charts': [{id: 'x'}], ";
    assert.deepEqual(await faultsWith(changed(CONFIG, 'contributes: {', opened)), [
      "sample: contributes.sample.charts 'x' unit: nothing; a value",
    ]);
    const [fault] = await faultsWith(
      changed(
        CONFIG,
        'contributes: {',
        "extensionPoints: [{id: 'sample.charts', schema: {type: 'no'}}], contributes: {",
      ),
    );
    assert.match(fault ?? '', /^sample: extensionPoints: .*extensionPoints\.0\.schema/);
  });

  it('names a manifest field with what was found and what belongs there', async () => {
    assert.deepEqual(await faultsWith(changed(CONFIG, "version: '1.0.0'", "version: 'one'")), [
      'sample: version: "one"; a semantic version like 1.2.3',
    ]);
  });

  it('warns of a field that the contract does not know, and builds it all the same', async () => {
    project.write(
      changed(CONFIG, "id: 'sample'", "id: 'sample', quota: 3, navigation: [{id: 'a', label: 'A', colour: 1}]"),
    );
    try {
      const {modules, warnings} = await readModules(project.root);
      assert.deepEqual(warnings, [
        'sample: navigation.0.colour: no field of this version',
        'sample: quota: no field of this version',
      ]);
      assert.equal(modules[0]?.plan.module.config['quota'], 3);
    } finally {
      project.write({[CONFIG]: SAMPLE[CONFIG] ?? ''});
    }
  });

  it('names an id that is not the folder’s', async () => {
    const faults = await faultsWith(changed(CONFIG, "id: 'sample'", "id: 'simple'"));
    assert.deepEqual(faults, ['sample: module.config.ts id: simple; sample']);
  });

  it('names a manifest that cannot be run', async () => {
    const [fault] = await faultsWith({[CONFIG]: 'export default document.title;'});
    assert.match(fault ?? '', /^sample: module.config.ts: ReferenceError: document is not defined; /);
  });

  it('names a message that a locale lacks', async () => {
    assert.deepEqual(await faultsWith({'modules/sample/messages/de.json': '{"name": "Beispiel"}'}), [
      'sample: messages/de.json count: nothing; a message, as in the other locales',
    ]);
  });

  it('names a message that is not ICU', async () => {
    assert.deepEqual(
      await faultsWith({
        'shell/messages/en.json': '{"greeting": "Hello {name"}',
      }),
      ['shell: messages/en.json greeting: "Hello {name"; a message in ICU syntax'],
    );
  });

  it('names a message that the manifest asks for and no catalogue has', async () => {
    assert.deepEqual(await faultsWith(changed(CONFIG, '%name%', '%title%')), [
      "sample: manifest %title%: no such message; 'title' in messages/*.json",
    ]);
  });

  it('lists the faults of all modules at once', async () => {
    const faults = await faultsWith({
      ...changed(CONFIG, "version: '1.0.0'", "version: 'one'"),
      'shell/messages/de.json': '{}',
    });
    assert.equal(faults.length, 2);
  });
});
