import type {Dispose} from '@openchoreo/portal-contract';

/** Opens the palette on Ctrl or ⌘ K, wherever the focus is; not over another dialog. */
export function listenPaletteKey(open: () => void): Dispose {
  function onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const isOver = event.composedPath().some((one) => one instanceof HTMLDialogElement && one.matches(':modal'));
    if (!isOver) open();
  }
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
