/** What `fetch` would send; throws the signal's reason when it is aborted already, as `fetch` rejects then. */
export function toRequest(input: RequestInfo | URL, init?: RequestInit): Request {
  init?.signal?.throwIfAborted();
  return input instanceof Request ? new Request(input, init) : new Request(new URL(input, location.origin), init);
}
