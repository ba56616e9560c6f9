import type {Host, RegistryEntry} from '@openchoreo/portal-contract';
import type {LitElement} from 'lit';
import type config from '../module.config.ts';
import {confirmDisable, sendSwitch} from '../services/switch-questions.ts';

interface ToggleOptions {
  readonly host: () => Host<typeof config>;
  /** Called when the gateway did it, to have its new answer. */
  readonly refresh: () => Promise<void>;
}

/**
 * Switches modules on and off: asks first where others go too or where the switch goes with it, shows the new state
 * at once, and takes it back when the gateway refuses.
 */
export class ModuleToggle {
  readonly #page: LitElement;
  readonly #options: ToggleOptions;
  readonly #wanted = new Map<string, boolean>();

  constructor(page: LitElement, options: ToggleOptions) {
    this.#page = page;
    this.#options = options;
  }

  isEnabled({id, status}: RegistryEntry): boolean {
    return this.#wanted.get(id) ?? status === 'enabled';
  }

  isPending({id}: RegistryEntry): boolean {
    return this.#wanted.has(id);
  }

  /** Resolves when it is settled. A second call for the same module meanwhile does nothing. */
  async run(entry: RegistryEntry, enabled: boolean): Promise<void> {
    if (this.#wanted.has(entry.id) || this.isEnabled(entry) === enabled) return;
    const {notifications, messages} = this.#options.host();
    if (!enabled && !(await confirmDisable(this.#options.host(), entry, entry.dependents.join(', ')))) {
      // The switch moved when it was pressed; drawing it again puts it back.
      this.#page.requestUpdate();
      return;
    }
    this.#wanted.set(entry.id, enabled);
    this.#page.requestUpdate();
    try {
      await sendSwitch(this.#options.host(), entry, enabled);
    } catch (error) {
      notifications.error(error);
      return;
    } finally {
      if (this.#wanted.get(entry.id) === enabled) await this.#settle(entry.id);
    }
    const key = enabled ? 'switch.enabled' : 'switch.disabled';
    notifications.show({kind: 'success', text: messages.text(key, {name: entry.name})});
  }

  async #settle(id: string): Promise<void> {
    await this.#options.refresh();
    this.#wanted.delete(id);
    this.#page.requestUpdate();
  }
}
