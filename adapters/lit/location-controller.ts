import {ContextConsumer} from '@lit/context';
import type {LitElement} from 'lit';
import type {Params} from '@openchoreo/portal-contract';
import {locationContext} from './contexts.ts';

/**
 * Where the page is. Renders the page again when its parameters or its query change.
 * `LocationController<'/reports/:id'>` knows the parameters of the page at this path.
 */
export class LocationController<Path extends string = string> {
  readonly #location;

  constructor(page: LitElement) {
    this.#location = new ContextConsumer(page, {context: locationContext, subscribe: true});
  }

  /** A parameter of the page's path, decoded; empty where the path has none of that name. */
  param<Name extends keyof Params<Path> & string>(name: Name): Params<Path>[Name] {
    const params = this.#location.value?.params as Params<Path> | undefined;
    return params?.[name] ?? ('' as Params<Path>[Name]);
  }

  get query(): URLSearchParams {
    return this.#location.value?.query ?? new URLSearchParams();
  }
}
