import type {Dispose} from '@openchoreo/portal-contract';

/** Runs the work when the browser has time, within three seconds. Safari has no idle callbacks: there it waits a little. */
export function whenIdle(work: () => void): Dispose {
  if ('requestIdleCallback' in globalThis) {
    const idle = requestIdleCallback(() => work(), {timeout: 3000});
    return () => cancelIdleCallback(idle);
  }
  const timer = setTimeout(work, 200);
  return () => clearTimeout(timer);
}
