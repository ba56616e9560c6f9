import {ContextProvider} from '@lit/context';
import {fixture} from '@open-wc/testing';
import {defineElement, queryClientContext} from '@openchoreo/portal-lit';
import type {TemplateResult} from 'lit';
import {PortalApp} from '../portal-app.ts';
import {shellContext} from '../shell-context.ts';
import {testServices, type TestServices} from './test-services.ts';

/** Renders a part of the frame below providers of the services, with the tokens of the real page. */
export async function frameFixture<E extends HTMLElement>(
  template: TemplateResult,
  services: TestServices = testServices(),
): Promise<{element: E; services: TestServices}> {
  defineElement('portal-app', PortalApp);
  await adoptPageStyles();
  const place = document.createElement('div');
  new ContextProvider(place, {context: shellContext, initialValue: services});
  new ContextProvider(place, {context: queryClientContext, initialValue: services.queryClient});
  await fixture(template, {parentNode: place});
  return {element: place.firstElementChild as E, services};
}

/** The page's own style sheets, once per test page. */
export async function adoptPageStyles(): Promise<void> {
  if (document.adoptedStyleSheets.length > 0) return;
  for (const name of ['tokens', 'critical']) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(new URL(`../../styles/${name}.css`, import.meta.url))).text());
    document.adoptedStyleSheets.push(sheet);
  }
}
