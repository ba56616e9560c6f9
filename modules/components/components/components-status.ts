import {badgeStyles, baseStyles, ModuleElement} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {ResourceStatus} from '../utils/resource-status.ts';

/** A state in words, with a colour beside them; the platform's own sentence on hover. */
export class ComponentsStatus extends ModuleElement {
  static override styles = [baseStyles, badgeStyles];

  @property({attribute: false}) status: ResourceStatus | undefined;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.status) return nothing;
    const {key, tone, detail} = this.status;
    return html`<span class="badge ${tone}" title=${detail || nothing}>
      <span class="dot"></span>${this.text(key)}</span
    >`;
  }
}
