import type {ReadableStore} from '@openchoreo/portal-contract';
import type {PageState} from '../services.ts';

/** How long a page that is slow to come holds up what follows it, in milliseconds. */
const PATIENCE = 400;

export interface FirstPage {
  readonly page: ReadableStore<PageState>;
  /** Resolves when no part of the page is on its way. */
  readonly partsSettled: () => Promise<void>;
}

/** Resolves when the first page with its parts has been painted, or when something else stands in its place. */
export async function firstPagePainted({page, partsSettled}: FirstPage): Promise<void> {
  const {status} = await new Promise<PageState>((resolve) => whenSettled(page, resolve));
  if (status !== 'shown') return;
  await painted();
  await partsSettled();
  await painted();
}

/**
 * Runs the work once, when the first page with its parts has been painted: what people came for is on screen before
 * anything else takes the processor. At once where the frame is part of what is to be seen: a page below others (its
 * breadcrumb takes room), what stands in place of a page, or a tab that nobody sees. After 400 ms in any case.
 */
export function afterFirstPage(first: FirstPage, work: () => void): void {
  let isDone = false;
  const run = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(patience);
    work();
  };
  const patience = setTimeout(run, PATIENCE);
  whenSettled(first.page, (state) => {
    const standsAlone = state.status === 'shown' && state.breadcrumbs.length < 2;
    if (standsAlone && !document.hidden) void firstPagePainted(first).then(run);
    else run();
  });
}

/** Calls back once, with what the page shows when it is no longer on its way: at once when it is there. */
function whenSettled(page: ReadableStore<PageState>, run: (state: PageState) => void): void {
  let isDone = false;
  const stop = page.subscribe((state) => {
    if (isDone || state.status === 'loading') return;
    isDone = true;
    queueMicrotask(() => stop());
    run(state);
  });
}

/** Resolves in the first task after the next frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
