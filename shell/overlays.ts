import {keepTyped} from './palette/keep-typed.ts';
import type {Overlays} from './services.ts';

/** Opens dialogs over the page. What cannot be fetched is shown as an error. */
export function createOverlays(showError: (error: unknown) => void): Overlays {
  const load = (): Promise<typeof import('./palette/index.ts')> => import('./palette/index.ts');
  return {
    palette() {
      const takeTyped = keepTyped();
      void load()
        .then(({openPalette}) => openPalette(takeTyped))
        .catch(showError)
        .finally(takeTyped);
    },
    viewAs: () => void import('./view-as/index.ts').then(({openViewAs}) => openViewAs()).catch(showError),
    shortcuts: () =>
      void load()
        .then(({openShortcuts}) => openShortcuts())
        .catch(showError),
  };
}
