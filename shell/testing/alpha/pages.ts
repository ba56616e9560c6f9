import {hostContext, locationContext, ModuleElement} from '@openchoreo/portal-lit';
import {ContextConsumer} from '@lit/context';
import {html, LitElement, type TemplateResult} from 'lit';

/** Shows where it is, and counts how often it was made. */
export class DetailPage extends LitElement {
  static made = 0;
  readonly location = new ContextConsumer(this, {context: locationContext, subscribe: true});
  readonly host = new ContextConsumer(this, {context: hostContext, subscribe: true});
  readonly number = ++DetailPage.made;

  override render(): TemplateResult {
    const {params, query} = this.location.value ?? {};
    return html`<h1>${this.host.value?.module.id} ${params?.['id']} ${query?.get('tab')} #${this.number}</h1>`;
  }
}

/** A page with room for another one inside. */
export class ShelfPage extends LitElement {
  static made = 0;
  readonly number = ++ShelfPage.made;

  override render(): TemplateResult {
    return html`<h1>shelf #${this.number}</h1>
      <slot></slot>`;
  }
}

export class BookPage extends ModuleElement {
  override render(): TemplateResult {
    return html`<p>${this.text('book')}</p>`;
  }
}

/** Tall enough to scroll. */
export class TallPage extends HTMLElement {
  connectedCallback(): void {
    this.innerHTML = '<h1>tall</h1><a href="/alpha/items/1">one</a>';
    this.style.display = 'block';
    this.style.height = '4000px';
  }
}

export class DirtyPage extends LitElement {
  readonly host = new ContextConsumer(this, {
    context: hostContext,
    subscribe: true,
    callback: (host) => host.navigation.guard(() => true),
  });

  override render(): TemplateResult {
    return html`<h1>dirty</h1>`;
  }
}

export class NamedPage extends LitElement {
  readonly host = new ContextConsumer(this, {
    context: hostContext,
    subscribe: true,
    callback: (host) => host.navigation.title('Cart service'),
  });
}

export class ThrowsInConstructor extends HTMLElement {
  constructor() {
    super();
    throw new Error('constructor');
  }
}

export class ThrowsWhenConnected extends HTMLElement {
  connectedCallback(): void {
    throw new Error('connected');
  }
}

export class ThrowsInRender extends LitElement {
  override render(): never {
    throw new Error('render');
  }
}

/** Renders once, then throws at the next update. */
export class ThrowsLater extends LitElement {
  override render(): TemplateResult {
    if (this.hasUpdated) throw new Error('later');
    return html`fine`;
  }
}

export class FineCard extends ModuleElement {
  override render(): TemplateResult {
    return html`<p>fine</p>`;
  }
}

export const notAnElement = 42;
