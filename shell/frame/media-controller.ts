import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Where the frame has no room for a sidebar: the same width as in `styles/critical.css`. */
export const PHONE = '(width < 768px)';

/** Renders the element again when a media query begins or ceases to match. */
export class MediaController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: MediaQueryList;
  readonly #onChange = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#onChange);
  }
}
