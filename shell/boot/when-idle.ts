/** Runs the work when the browser has time, within three seconds. Safari has no idle callbacks: there it waits a little. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => work(), {timeout: 3000});
  else setTimeout(work, 200);
}
