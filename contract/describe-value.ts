/** A found value in words, for a fault: short, and never the whole of something large. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (['symbol', 'function', 'bigint'].includes(typeof value)) return `a ${typeof value}`;
  if (typeof value === 'number') return String(value);
  const written = JSON.stringify(value);
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
}
