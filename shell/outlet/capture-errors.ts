/**
 * Runs `work` and gives the first error that an element threw from its constructor or one of its reactions meanwhile:
 * the browser reports those to the window instead of throwing them. They count as handled.
 */
export function captureErrors(work: () => void): {readonly error: unknown} | undefined {
  const capture = startCapture();
  try {
    work();
  } finally {
    capture.stop();
  }
  return capture.first();
}

/** The same for work that begins and ends in different calls of one task. */
export function startCapture(): {
  readonly first: () => {readonly error: unknown} | undefined;
  readonly stop: () => void;
} {
  const errors: {readonly error: unknown}[] = [];
  const onError = (event: ErrorEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    errors.push({error: event.error ?? event.message});
  };
  addEventListener('error', onError, {capture: true});
  return {first: () => errors[0], stop: () => removeEventListener('error', onError, {capture: true})};
}
