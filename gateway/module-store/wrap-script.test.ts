import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {toModuleScript} from './wrap-script.ts';

describe('toModuleScript', () => {
  it('leaves an ES module as it is', () => {
    for (const text of ['export const a = 1;', "import 'lit';", 'await ready;', 'console.log(import.meta.url);']) {
      assert.deepEqual(toModuleScript(text), {ok: true, value: text});
    }
  });

  it('puts a classic script into a function, where two may declare the same', async () => {
    const script = toModuleScript(
      '"use strict"; const {React} = this.OpenChoreo; this.ran = React; // the end, without a line of its own',
    );
    assert.ok(script.ok);
    const window = {OpenChoreo: {React: 'react'}, ran: ''};
    Object.assign(globalThis, {window});
    await import(`data:text/javascript,${encodeURIComponent(script.value)}`);
    Reflect.deleteProperty(globalThis, 'window');
    assert.equal(window.ran, 'react');
  });

  it('says what is no JavaScript, and what no module may have', () => {
    assert.deepEqual(toModuleScript('const = 1'), {ok: false, error: 'Unexpected token (1:6)'});
    const sloppy = toModuleScript('with (Math) { console.log(PI); }');
    assert.ok(!sloppy.ok);
    assert.match(sloppy.error, /'with' in strict mode/);
  });
});
