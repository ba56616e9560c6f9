import {createEmbedder, definePublicElements, toHostStyles, type PublicModule} from '@openchoreo/portal-embed';
import tokens from '../styles/tokens.css?inline';

/**
 * Where the portal's parts are wired for pages of other origins: `/embed/<module>.js` imports this one file, so that
 * several scripts share one person, one cache and one copy of every library. It is loaded from the portal's own origin.
 */
const embedder = createEmbedder({
  portal: new URL(import.meta.url).origin,
  fetch: (input, init) => fetch(input, init),
  openWindow: (url) => window.open(url, 'openchoreo-embed-sign-in', 'popup,width=480,height=640'),
  async loadRuntime() {
    const {startRuntime} = await import('./runtime.ts');
    return (start) => startRuntime({...start, portal: embedder.portal});
  },
});
const styles = new CSSStyleSheet();
styles.replaceSync(toHostStyles(tokens));

export const {configure, signIn, signOut} = embedder;

export function define(module: PublicModule): void {
  definePublicElements(embedder, styles, module);
}
