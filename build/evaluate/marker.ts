const MARKER = Symbol.for('openchoreo.build:marker');

/** Stands for an export of a file that Node must not run (an element, a service): where it is, not what it is. */
export interface Marker {
  readonly entry: string;
  readonly export: string;
}

/**
 * Source of the module that stands in for a file. Exports are functions so that code which only hands them on,
 * wraps them or reads a static from them at import still works.
 */
export function toMarkerSource(entry: string, exportNames: readonly string[]): string {
  const lines = exportNames.map((name, index) => {
    const mark = `Object.assign(function () {}, {[MARKER]: ${JSON.stringify({entry, export: name})}})`;
    const exported = name === 'default' ? 'default' : name;
    return `const e${index} = ${mark}; export {e${index} as ${exported}};`;
  });
  return [`const MARKER = Symbol.for('openchoreo.build:marker');`, ...lines].join('\n');
}

/** The marker a value carries; undefined for everything else. */
export function toMarker(value: unknown): Marker | undefined {
  if (typeof value !== 'function' || !Object.hasOwn(value, MARKER)) return undefined;
  return (value as unknown as Record<symbol, Marker>)[MARKER];
}
