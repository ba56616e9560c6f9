import type {AnalyticsWidget} from '@/modules/analytics';
import {defineElement, ModuleElement} from '@openchoreo/portal-lit';
import {nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type config from '../module.config.ts';

const ANALYTICS = 'analytics';

/** The figures of a project, where the module `analytics` is there to lend them; nothing where it is not. */
export class ProjectFigures extends ModuleElement<typeof config> {
  @property() project = '';
  @state() private widget: AnalyticsWidget | undefined;

  protected override firstUpdated(): void {
    // Who may not have the module has no code of it to ask for.
    if (!this.host.modules.all.get().some(({id}) => id === ANALYTICS)) return;
    this.#borrow().catch((error: unknown) => this.host.log.warn('The figures could not be had:', error));
  }

  async #borrow(): Promise<void> {
    // Whose store is read is active: its element finds its own host here.
    const [{AnalyticsWidget: Widget}] = await Promise.all([
      import('@/modules/analytics'),
      this.host.stores.load(ANALYTICS),
    ]);
    defineElement('components-analytics-widget', Widget);
    this.widget = new Widget();
  }

  protected override render(): AnalyticsWidget | typeof nothing {
    if (!this.widget) return nothing;
    this.widget.project = this.project;
    return this.widget;
  }
}
