interface Scheduler {
  yield?(): Promise<void>;
}

/**
 * Resolves in a task of its own, after what the person did meanwhile was answered: work that can be cut into pieces
 * holds nobody up. A message is the soonest task where the engine has no scheduler; timers are held back.
 */
export function nextTask(): Promise<void> {
  const {scheduler} = globalThis as {scheduler?: Scheduler};
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
