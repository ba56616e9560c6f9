import {ContextConsumer} from '@lit/context';
import type {LitElement} from 'lit';
import {locationContext} from './contexts.ts';

/** Where the page is. Renders the page again when its parameters or its query change. */
export class LocationController {
  readonly #location;

  constructor(page: LitElement) {
    this.#location = new ContextConsumer(page, {context: locationContext, subscribe: true});
  }

  /** A parameter of the page's path, decoded; empty where the path has none of that name. */
  param(name: string): string {
    return this.#location.value?.params[name] ?? '';
  }

  get query(): URLSearchParams {
    return this.#location.value?.query ?? new URLSearchParams();
  }
}
