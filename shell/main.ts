import {ContextRoot} from '@lit/context';
import {defineElement, queryClientContext, whenIdle} from '@openchoreo/portal-lit';
import {adaptComponent} from './adapt-component.ts';
import {afterFirstPage, firstPagePainted} from './boot/after-first-page.ts';
import {readBoot} from './boot/read-boot.ts';
import {SIGNED_IN_AGAIN} from './data/session-control.ts';
import {startConsole} from './explain/start-console.ts';
import {showFrame} from './frame/index.ts';
import {nextTask} from './outlet/next-task.ts';
import {removePreview} from './outlet/preview.ts';
import {provideContext} from './outlet/provide-context.ts';
import {listenPaletteKey} from './palette/palette-key.ts';
import {PortalBoundary} from './outlet/portal-boundary.ts';
import {createPortal} from './portal.ts';
import {refreshOnFocus} from './permissions/refresh-on-focus.ts';

// Before any module loads: what asks for a context first is answered when its provider comes.
new ContextRoot().attach(document.body);
defineElement('portal-boundary', PortalBoundary);

const outlet = document.getElementById('outlet');
if (!outlet) throw new TypeError('The page has no element with the id "outlet".');

// Tasks of their own, so that fetching the code and starting it do not hold up a slow machine in one piece.
await nextTask();

if (new URLSearchParams(location.search).has(SIGNED_IN_AGAIN)) window.close();

const portal = createPortal({
  boot: readBoot(document),
  outlet,
  fetch: (input, init) => fetch(input, init),
  openSignIn: (url) => window.open(url, 'portal-sign-in', 'popup,width=480,height=640'),
  signOut() {
    const form = Object.assign(document.createElement('form'), {method: 'post', action: '/auth/sign-out'});
    document.body.append(form);
    form.submit();
  },
  reload: () => location.reload(),
  adaptComponent,
});
// For code of modules that stands in no element.
provideContext(document.body, queryClientContext, portal.services.queryClient);
await nextTask();
portal.start();
listenPaletteKey(() => portal.services.overlays.palette());
const first = {page: portal.services.page, partsSettled: portal.partsSettled};
void firstPagePainted(first).then(() => removePreview(outlet));
afterFirstPage(first, () => showFrame(document, portal.services));
refreshOnFocus(portal.refreshPermissions);
startConsole(portal.explainSources);
addEventListener('pointerdown', () => void runDueHooks(), {once: true});
whenIdle(() => {
  const report = (error: unknown): void => portal.report('portal', error);
  import('./live/start-live.ts').then(({startLive}) => void startLive(portal), report);
  import('./frame/late-parts.ts').then(({startLateParts}) => startLateParts(portal), report);
});

/** The hooks that run once for the whole portal, when this is the tab of somebody who may install modules. */
async function runDueHooks(): Promise<void> {
  if (!portal.services.permissions.has('portalmodule:update')) return;
  const {runPortalHooks} = await import('./registry/run-portal-hooks.ts');
  await runPortalHooks(portal);
}
