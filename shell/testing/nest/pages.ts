import {LocationController} from '@openchoreo/portal-lit';
import {html, LitElement, type TemplateResult} from 'lit';

/** A page with room for another one, which says where it is and which of its kind it is. */
abstract class NestedPage extends LitElement {
  static made = 0;
  readonly number = ++NestedPage.made;
  readonly location = new LocationController(this);

  override render(): TemplateResult {
    const names = ['team', 'board'].map((name) => this.location.param(name)).filter(Boolean);
    return html`<h1>${[this.localName.replace('nest-', ''), ...names].join(' ')}</h1>
      <slot></slot>`;
  }
}

export class HomePage extends NestedPage {}
export class TeamPage extends NestedPage {}
export class OverviewPage extends NestedPage {}
export class BoardsPage extends NestedPage {}
export class BoardPage extends NestedPage {}
