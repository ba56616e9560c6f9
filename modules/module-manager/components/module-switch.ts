import {baseStyles, ModuleElement, PermissionController, useShoelace} from '@openchoreo/portal-lit';
import SlSwitch from '@shoelace-style/shoelace/dist/components/switch/switch.component.js';
import {css, html, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

/**
 * Says whether a module is on, and lets those who may switch it.
 *
 * @fires toggle - `CustomEvent<boolean>`: what the person wants. The switch shows what `enabled` says, not what was pressed.
 */
export class ModuleSwitch extends ModuleElement {
  static override dependencies = {'sl-switch': SlSwitch};
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
        min-width: 40px;
        min-height: 24px;
      }
    `,
  ];

  /** The module's name, for the switch's label. */
  @property() name = '';
  @property({type: Boolean}) enabled = false;
  @property({type: Boolean}) disabled = false;
  @state() private ready = false;

  readonly #permission = new PermissionController(this, () => ({action: 'portalmodule:update', scope: {}}));

  override connectedCallback(): void {
    super.connectedCallback();
    void useShoelace().then(() => (this.ready = true));
  }

  protected override render(): TemplateResult {
    if (!this.ready) return html``;
    return html`
      <sl-switch
        size="small"
        ?disabled=${this.disabled || this.#permission.allowed !== true}
        .checked=${live(this.enabled)}
        @sl-change=${({target}: Event) => this.#toggle(target as SlSwitch)}
        ><span class="visually-hidden">${this.text('switch.label', {name: this.name})}</span></sl-switch
      >
    `;
  }

  #toggle(control: SlSwitch): void {
    this.dispatchEvent(new CustomEvent<boolean>('toggle', {detail: control.checked}));
    this.requestUpdate();
  }
}
