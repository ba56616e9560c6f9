import type {PortalClient, Preferences} from '@openchoreo/portal-contract';

export interface PreferenceKeeper {
  get(): Preferences;
  /** Keeps the change on the server; several within a second go together. */
  change(change: Partial<Preferences>): void;
  /** Keeps it now; rejects when the server refuses. */
  save(change: Partial<Preferences>): Promise<void>;
}

/** What the portal keeps for the person. A change that could not be kept holds for this tab all the same. */
export function createPreferences(
  initial: Preferences,
  portal: PortalClient,
  report: (error: unknown) => void,
  delay = 1000,
): PreferenceKeeper {
  let current = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function save(change: Partial<Preferences>): Promise<void> {
    clearTimeout(timer);
    current = {...current, ...change};
    await portal.request('/api/portal/preferences', {method: 'PUT', body: current});
  }

  return {
    get: () => current,
    change(change) {
      current = {...current, ...change};
      clearTimeout(timer);
      timer = setTimeout(() => void save({}).catch(report), delay);
    },
    save,
  };
}
