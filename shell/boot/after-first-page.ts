import type {PageState} from '../services.ts';
import type {ReadableStore} from '@openchoreo/portal-contract';

/** How long a page that is slow to come holds up what follows it, in milliseconds. */
const PATIENCE = 300;

/**
 * Runs the work once, when the first page has been painted: what people came for is on screen before anything else
 * takes the processor. At once where the frame is part of what is to be seen: a page below others (its breadcrumb takes
 * room), or what stands in place of a page. After 300 ms in any case.
 */
export function afterFirstPage(page: ReadableStore<PageState>, work: () => void): void {
  let isDone = false;
  const run = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(patience);
    queueMicrotask(() => stop());
    work();
  };
  const patience = setTimeout(run, PATIENCE);
  const stop = page.subscribe((state) => {
    if (state.status === 'loading') return;
    const standsAlone = state.status === 'shown' && state.breadcrumbs.length < 2;
    if (standsAlone && !document.hidden) requestAnimationFrame(() => setTimeout(run));
    else run();
  });
}
