/**
 * Takes the test runner's `window.onerror` away for the tests of a block: Chromium calls the window's listeners in the
 * order they came, so that one which came later cannot keep a handled error from it.
 */
export function withoutOnError(): void {
  let handler: typeof window.onerror = null;
  before(() => {
    handler = window.onerror;
    window.onerror = null;
  });
  after(() => {
    window.onerror = handler;
  });
}
