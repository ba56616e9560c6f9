type BrowserInit = Omit<RequestInit, 'headers'> & {
  readonly headers?: Record<string, string>;
  /** A body that is a stream needs it; the DOM's types do not know it yet. */
  readonly duplex?: 'half';
};

/** A browser as far as signing in needs one: it keeps cookies by path and follows redirects. */
export class Browser {
  readonly origin: string;
  readonly #via: string;
  readonly #cookies = new Map<string, {readonly value: string; readonly path: string}>();

  /** `via`: where the server really listens, when a proxy stands before it. */
  constructor(origin: string, via = origin) {
    this.origin = origin;
    this.#via = via;
  }

  /** One request; redirects are not followed. */
  async request(path: string, init: BrowserInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const response = await fetch(url.href.replace(this.origin, this.#via), {
      ...init,
      redirect: 'manual',
      headers: {...init.headers, ...this.#header(url)},
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line, url);
    return response;
  }

  /** Follows redirects, inside the origin only. */
  async open(path: string, init: BrowserInit = {}): Promise<Response> {
    let response = await this.request(path, init);
    let at = new URL(path, this.origin);
    for (let hop = 0; hop < 12 && response.status >= 300 && response.status < 400; hop += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      at = new URL(location, at);
      if (at.origin !== this.origin) throw new Error(`left the origin for ${at}`);
      await response.body?.cancel();
      response = await this.request(at.href);
    }
    this.address = `${at.pathname}${at.search}`;
    return response;
  }

  /** Where the last `open` ended. */
  address = '/';

  /** Signs in as a demo person and ends at the wanted page. */
  async signIn(person: string, wanted = '/', password?: string): Promise<Response> {
    const page = await this.open(wanted);
    await page.body?.cancel();
    const form = new URLSearchParams({person, ...(password === undefined ? {} : {password})});
    return this.open(this.address, {
      method: 'POST',
      body: form.toString(),
      headers: {'content-type': 'application/x-www-form-urlencoded', origin: this.origin},
    });
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  setCookie(name: string, value: string, path = '/'): void {
    this.#cookies.set(name, {value, path});
  }

  #keep(line: string, url: URL): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    const attribute = (wanted: string): string | undefined =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.split('=')[1];
    const gone = attribute('max-age') === '0' || new Date(attribute('expires') ?? '2999-01-01').getTime() < Date.now();
    if (gone) this.#cookies.delete(name);
    else this.#cookies.set(name, {value, path: attribute('path') ?? url.pathname});
  }

  #header(url: URL): Record<string, string> {
    const sent = [...this.#cookies].filter(([, {path}]) => path === '/' || url.pathname.startsWith(path));
    return sent.length === 0 ? {} : {cookie: sent.map(([name, {value}]) => `${name}=${value}`).join('; ')};
  }
}
