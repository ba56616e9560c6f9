import {expect, waitUntil} from '@open-wc/testing';
import {createTestHost, mount} from '@openchoreo/portal-test-kit';
import React, {StrictMode, useEffect, useState, type ReactNode} from 'react';
import {
  Gated,
  toElementClass,
  useEvent,
  useGlobalStore,
  useModuleStore,
  usePortalContainer,
  useStyles,
  useText,
} from '../index.ts';

describe('StrictMode', () => {
  it('finds nothing that is begun and not ended, in hooks that it runs twice', async function () {
    // Only the development build has it. Firefox takes no import map any more once the test runner's own module is there.
    if (typeof React.act !== 'function') return this.skip();
    const [runs, told]: [string[], unknown[]] = [[], []];
    const {error} = console;
    console.error = (...values: unknown[]) => void told.push(values[0]);
    const host = createTestHost({module: 'sample', messages: {hello: 'Hello'}});
    let listening = 0;
    Object.assign(host.events, {
      on: () => {
        listening += 1;
        return () => void (listening -= 1);
      },
    });
    function Page(): ReactNode {
      useEffect(() => {
        runs.push('begun');
        return () => void runs.push('ended');
      }, []);
      useEvent('portal:composition-changed', () => {});
      useStyles('p { margin: 1px; }');
      usePortalContainer();
      useModuleStore('sample' as never);
      const {currentProject, projects} = useGlobalStore();
      const text = useText();
      return (
        <Gated permission="a:view">
          <p>{`${text('hello')} ${currentProject?.id} ${projects.length}`}</p>
        </Gated>
      );
    }
    // Shown later: what mounts together with all that is around StrictMode is not run twice.
    function Strict(): ReactNode {
      const [isShown, setShown] = useState(false);
      return (
        <>
          <button onClick={() => setShown(true)} />
          <StrictMode>{isShown && <Page />}</StrictMode>
        </>
      );
    }
    const sheets = document.adoptedStyleSheets.length;
    const mounted = await mount('strict-page', toElementClass(Strict), host);
    mounted.find('button')!.click();
    await waitUntil(() => mounted.text() === 'Hello undefined 0');
    const whileShown = [runs.join(), listening];
    mounted.element.remove();
    await waitUntil(() => listening === 0);
    console.error = error;
    expect([whileShown, runs.join(), document.adoptedStyleSheets.length - sheets, told]).to.deep.equal([
      ['begun,ended,begun', 1],
      'begun,ended,begun,ended',
      2,
      [],
    ]);
  });
});
