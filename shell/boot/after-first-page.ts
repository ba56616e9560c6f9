import type {ReadableStore} from '@openchoreo/portal-contract';
import type {PageState} from '../services.ts';

/** How long a page that is slow to come holds up what follows it, in milliseconds. */
const PATIENCE = 400;

export interface FirstPage {
  readonly page: ReadableStore<PageState>;
  /** Resolves when no part of the page is on its way. */
  readonly partsSettled: () => Promise<void>;
}

/**
 * Runs the work once, when the first page with its parts has been painted: what people came for is on screen before
 * anything else takes the processor. At once where the frame is part of what is to be seen: a page below others (its
 * breadcrumb takes room), or what stands in place of a page. After 400 ms in any case.
 */
export function afterFirstPage({page, partsSettled}: FirstPage, work: () => void): void {
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
    if (standsAlone && !document.hidden) void painted().then(partsSettled).then(painted).then(run);
    else run();
  });
}

/** Resolves in the first task after the next frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
