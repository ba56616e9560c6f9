/**
 * Vaadin Router writes its own location into the property `location` of every page. A page that has a property of
 * that name for itself keeps what it put there.
 */
export function keepLocation(page: HTMLElement): void {
  if (!('location' in page)) return;
  const prototype = Object.getPrototypeOf(page) as object;
  const isInherited = 'location' in prototype && !Object.hasOwn(page, 'location');
  let own: unknown = page.location;
  Object.defineProperty(page, 'location', {
    configurable: true,
    enumerable: true,
    get: () => (isInherited ? Reflect.get(prototype, 'location', page) : own),
    set(next: unknown) {
      if (isRouterLocation(next)) return;
      if (isInherited) Reflect.set(prototype, 'location', next, page);
      else own = next;
    },
  });
}

function isRouterLocation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'getUrl' in value && 'redirectFrom' in value;
}
