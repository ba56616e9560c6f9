import {ContextConsumer} from '@lit/context';
import {locationContext} from '@openchoreo/portal-lit';
import type {LitElement} from 'lit';

/** Where the page is. Renders the page again when its parameters or its query change. */
export class LocationController {
  readonly #location;

  constructor(page: LitElement) {
    this.#location = new ContextConsumer(page, {context: locationContext, subscribe: true});
  }

  param(name: string): string {
    return this.#location.value?.params[name] ?? '';
  }

  get query(): URLSearchParams {
    return this.#location.value?.query ?? new URLSearchParams();
  }
}
