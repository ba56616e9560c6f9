import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findBrowsers} from './browsers.ts';
import {ENGINES, runBrowserSuites} from './suites/browser-suites.ts';
import {nodeSuite} from './suites/node-suite.ts';
import {NOWHERE} from './suites/output.ts';
import {sumUp, toSumLine} from './suites/sum-up.ts';
import {createSeededProject} from './testing/seeded-project.ts';

const BROWSER_TEST = `
  import {expect, fixture, html} from '@open-wc/testing';
  import {LitElement} from 'lit';
  import {property} from 'lit/decorators.js';
  import texts from './texts.json' with {type: 'json'};

  class SeededElement extends LitElement {
    @property() name = 'nobody';
    override render() { return html\`<p>\${texts.hello} \${this.name}</p>\`; }
  }
  customElements.define('seeded-element', SeededElement);

  describe('seeded', () => {
    it('passes', async () => {
      const element = await fixture(html\`<seeded-element name="Ada"></seeded-element>\`);
      expect(element.shadowRoot?.textContent).to.equal('Hello Ada');
      await expect(element).to.be.accessible();
    });
    it('fails', () => expect(1).to.equal(2));
    it.skip('is skipped', () => {});
  });`;

const NODE_TEST = `
  import {test} from 'node:test';
  test('passes', () => {});
  test('fails', () => { throw new Error('seeded'); });
  test.skip('is skipped', () => {});`;

describe('the suites', () => {
  it('see a browser test fail in each engine, and one pass', async (context) => {
    const project = createSeededProject(
      {'shell/seeded.test.ts': BROWSER_TEST, 'shell/texts.json': '{"hello": "Hello"}'},
      ['build', 'scripts'],
    );
    context.after(() => project.remove());
    const results = await runBrowserSuites(ENGINES, {root: project.root, output: NOWHERE});
    const installed = ENGINES.filter((engine) => engine in findBrowsers());
    const expected = {passed: 1, failed: 1, skipped: 1};
    assert.deepEqual(
      installed.map((engine) => ({...expected, ...results.get(engine)})),
      installed.map((engine) => ({engine, ...expected})),
    );
    assert.ok(installed.length > 0);
  });

  it('count a browser test file that cannot be loaded as a failure', async (context) => {
    const project = createSeededProject({'shell/seeded.test.ts': "import './gone.ts';"}, ['build', 'scripts']);
    context.after(() => project.remove());
    const results = await runBrowserSuites(['chromium'], {root: project.root, output: NOWHERE});
    assert.equal(results.get('chromium')?.failed, 1);
  });

  it('see a Node test fail, and one pass', async (context) => {
    const project = createSeededProject({'contract/seeded.test.ts': NODE_TEST});
    context.after(() => project.remove());
    const result = await nodeSuite('contract', 'contract').run({root: project.root, output: NOWHERE});
    assert.deepEqual(result, {passed: 1, failed: 1, skipped: 1});
  });

  it('sum to one line, and a suite that tested nothing has failed', () => {
    const {total} = sumUp(
      new Map([
        ['a', {passed: 2, failed: 0, skipped: 0}],
        ['b', {passed: 0, failed: 0, skipped: 3}],
        ['c', {passed: 0, failed: 0, skipped: 0}],
      ]),
    );
    assert.equal(toSumLine(total), '2 passed, 1 failed, 3 skipped');
    assert.equal(toSumLine({passed: 4, failed: 0, skipped: 0}), '4 passed, 0 failed');
  });
});
