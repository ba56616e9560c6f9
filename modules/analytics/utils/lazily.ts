/** How a browser imports a file by its address. */
type ImportAddress<T> = (address: string) => Promise<T>;

/**
 * Wraps a lazy import so that it can be tried again. Chromium keeps the failure of an address for the life of the page,
 * and names it in the error: there the file is asked for under another address.
 */
export function lazily<T>(
  load: () => Promise<T>,
  importAddress: ImportAddress<T> = (address) => import(/* @vite-ignore */ address) as Promise<T>,
): () => Promise<T> {
  let failed: string | undefined;
  let attempts = 0;
  return async () => {
    try {
      return await (failed === undefined ? load() : importAddress(`${failed}?retry=${attempts}`));
    } catch (error) {
      attempts += 1;
      failed ??= toAddress(error);
      throw error;
    }
  };
}

/** The address in the browser's sentence, where it is one of this page's own origin. */
function toAddress(error: unknown): string | undefined {
  const address = /https?:\/\/\S+/.exec(error instanceof Error ? error.message : '')?.[0];
  return address !== undefined && new URL(address).origin === location.origin ? address : undefined;
}
