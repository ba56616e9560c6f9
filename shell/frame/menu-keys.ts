/**
 * Moves the focus inside a menu as people expect of menus: arrows with wrap-around, Home, End, and the first letter.
 * Gives whether the key was one of those.
 */
export function moveInMenu(event: KeyboardEvent, items: readonly HTMLElement[], current: Element | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const at = items.findIndex((item) => item === current);
  const target = toTarget(event.key, items, at);
  if (target === undefined) return false;
  event.preventDefault();
  target.focus();
  return true;
}

function toTarget(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLocaleLowerCase();
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
}
