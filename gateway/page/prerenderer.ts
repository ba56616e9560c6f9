import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {PortalBuild, Prerender, PrerenderedPage, PrerenderRequest} from '@openchoreo/portal-contract';
import type {Log} from '../observability/index.ts';

/** Draws pages with what the build made of the shell and the modules for the server. */
export class Prerenderer {
  readonly #options: PrerendererOptions;
  #prerender: Promise<Prerender> | undefined;

  constructor(options: PrerendererOptions) {
    this.#options = options;
  }

  /** Nothing when the page cannot be drawn: the browser draws it then, as it does all others. Never rejects. */
  async draw(request: PrerenderRequest): Promise<PrerenderedPage | undefined> {
    const {prerender} = this.#options.build;
    if (prerender === undefined) return undefined;
    try {
      this.#prerender ??= this.#import(prerender.entry).then((file) => file['prerender'] as Prerender);
      const draw = await this.#prerender;
      return await draw(request, async (address) => {
        const file = prerender.files[address];
        return file === undefined ? {} : this.#import(file);
      });
    } catch (error) {
      this.#options.log.warn({err: error, module: request.module}, 'a page could not be drawn on the server');
      return undefined;
    }
  }

  #import(file: string): Promise<Readonly<Record<string, unknown>>> {
    return import(pathToFileURL(join(this.#options.folder, file)).href) as Promise<Readonly<Record<string, unknown>>>;
  }
}

interface PrerendererOptions {
  readonly build: PortalBuild;
  /** Where the build is. */
  readonly folder: string;
  readonly log: Log;
}
