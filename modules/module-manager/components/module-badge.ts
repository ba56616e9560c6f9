import {badgeStyles, baseStyles, ModuleElement} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {ModuleCondition} from '../utils/module-condition.ts';

/** A module's condition in words, with a colour beside them. */
export class ModuleBadge extends ModuleElement {
  static override styles = [baseStyles, badgeStyles];

  @property({attribute: false}) condition: ModuleCondition | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.condition) return nothing;
    const {key, tone} = this.condition;
    return html`<span class="badge ${tone}"><span class="dot"></span>${this.text(key)}</span>`;
  }
}
