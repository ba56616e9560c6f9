import {ContextProvider} from '@lit/context';
import {fixture} from '@open-wc/testing';
import type {Host} from '@openchoreo/portal-contract';
import {QueryClient} from '@tanstack/query-core';
import type {TemplateResult} from 'lit';
import {hostContext, queryClientContext} from '../contexts.ts';

/** Renders the template where a page would stand: below providers of the host and of a fresh query client. */
export async function portalFixture(
  template: TemplateResult,
  host: Partial<Host> = {},
): Promise<{place: HTMLElement; queryClient: QueryClient}> {
  const queryClient = new QueryClient({defaultOptions: {queries: {retry: false}}});
  const place = document.createElement('div');
  new ContextProvider(place, {context: queryClientContext, initialValue: queryClient});
  new ContextProvider(place, {context: hostContext, initialValue: {...plainHost(), ...host} as Host});
  await fixture(template, {parentNode: place});
  return {place, queryClient};
}

function plainHost(): Partial<Host> {
  return {
    signal: new AbortController().signal,
    messages: {
      text: (key) => key,
      error: String,
      number: String,
      date: (value) => new Date(value).toISOString(),
      relative: () => 'just now',
      onChange: () => () => {},
    },
  };
}
