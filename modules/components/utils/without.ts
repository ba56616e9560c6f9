/** The object without these of its properties; an empty one of nothing. */
export function without<T extends object, K extends keyof T>(value: T | undefined, ...keys: readonly K[]): Omit<T, K> {
  const names = keys as readonly PropertyKey[];
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !names.includes(name))) as Omit<T, K>;
}
