import {LitElementRenderer} from '@lit-labs/ssr/lib/lit-element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {renderValue} from '@lit-labs/ssr/lib/render-value.js';
import type {LitElement} from 'lit';
import {findNames, pruneStyles} from './prune-styles.ts';

/** What the renderers of one drawing share. */
export interface Drawing {
  readonly nonce: string;
  /** Tags of the elements that were drawn. */
  readonly tags: Set<string>;
  /** Ends what the drawn elements began. */
  readonly endings: (() => void)[];
}

type RenderShadow = LitElementRenderer['renderShadow'];

/** Ends an update where a browser would go on to touch the document. */
const DRAWN = new Error('drawn');

/**
 * Draws Lit elements as far as a browser's first update does without a document: connected, asked whether and what to
 * render, their controllers with them; `updated` and `firstUpdated` never run. The library's own renderer asks no
 * controllers, and its style sheets are refused by the page's policy.
 */
export function createPreviewRenderer({nonce, tags, endings}: Drawing): typeof LitElementRenderer {
  return class PreviewRenderer extends LitElementRenderer {
    #content: unknown;

    override connectedCallback(): void {
      const element = this.element;
      tags.add(element.localName);
      Object.defineProperty(element, 'isConnected', {value: true});
      // Nothing is drawn twice: an update that is asked for later never comes.
      Object.assign(element, {enableUpdating: () => {}, update: () => this.#draw()});
      element.connectedCallback();
      endings.push(() => element.disconnectedCallback());
      try {
        (element as unknown as {performUpdate(): void}).performUpdate();
      } catch (error) {
        if (error !== DRAWN) throw error;
      }
    }

    override renderShadow(info: Parameters<RenderShadow>[0]): ReturnType<RenderShadow> {
      const css = toCss(this.element.constructor as typeof LitElement);
      // The content first: it says which of the styles are needed.
      const draw = (): string => {
        const content = collectResultSync(renderValue(this.#content, info));
        const styles = css && pruneStyles(css, findNames(content));
        return styles ? `<style nonce="${nonce}">${styles}</style>${content}` : content;
      };
      return [draw];
    }

    #draw(): never {
      this.#content = (this.element as unknown as {render(): unknown}).render();
      throw DRAWN;
    }
  };
}

const written = new WeakMap<typeof LitElement, string>();

/** The styles of a class as one text, without the white space of its source. */
function toCss(element: typeof LitElement): string {
  const css =
    written.get(element) ??
    element.elementStyles
      .map((style) => ('cssText' in style ? style.cssText : ''))
      .join('')
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1');
  written.set(element, css);
  return css;
}
