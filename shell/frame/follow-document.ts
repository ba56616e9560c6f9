import {DisposableStack, type Dispose} from '@openchoreo/portal-contract';
import type {PageState, ShellServices} from '../services.ts';

/** Keeps title, language and theme of the document, and its skip link, as the services say. */
export function followDocument(document: Document, services: ShellServices): Dispose {
  const {messages, page, state} = services;
  const root = document.documentElement;
  const translate = () => {
    // Engines draw the whole page anew when it is set, even to what it is.
    if (root.lang !== state.locale.get()) root.lang = state.locale.get();
    document.title = toTitle(page.get(), services);
    const skipLink = document.querySelector('.skip-link');
    if (skipLink) skipLink.textContent = messages.text('frame.skip');
  };
  const undo = new DisposableStack();
  undo.defer(page.listen(translate));
  undo.defer(messages.onChange(translate));
  undo.defer(state.theme.subscribe((theme) => void (root.dataset['theme'] = theme)));
  translate();
  return () => undo.dispose();
}

function toTitle(page: PageState, {messages}: ShellServices): string {
  const product = messages.text('frame.product');
  if (page.status === 'loading') return document.title || product;
  const title = page.status === 'shown' ? page.title : messages.text(`page.${page.status}.title`, {...page});
  return title && title !== product ? `${title} · ${product}` : product;
}
