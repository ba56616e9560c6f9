/** A component as `routes`, `elements` and `contributes` name it: a source file beside the manifest, and its export. */
export interface Reference {
  readonly entry: string;
  readonly export: string;
}

/** Fields of a manifest in which `{entry, export}` means a component. Elsewhere (`metadata`) it is just data. */
export const COMPONENT_FIELDS = ['routes', 'elements', 'contributes'] as const;

export interface FoundReference extends Reference {
  /** Where it stands: `contributes.dashboard.cards.0.component`. */
  readonly path: string;
  /** References of one set are shown together; undefined for pages and elements, which are shown alone. */
  readonly set?: string;
}

/** Every component a module names, in order. */
export function findReferences(manifest: Readonly<Record<string, unknown>>): readonly FoundReference[] {
  const found: FoundReference[] = [];
  const collect = (value: unknown, path: string, set?: string): void => {
    mapReferences(value, path, (reference, at) => {
      found.push({...reference, path: at, ...(set !== undefined && {set})});
      return reference;
    });
  };
  collect(manifest['routes'], 'routes');
  collect(manifest['elements'], 'elements');
  for (const [point, contributions] of Object.entries((manifest['contributes'] ?? {}) as Contributes)) {
    contributions.forEach((contribution, index) => {
      // What waits until it is looked at must not come with what is shown at once.
      const set = `${point} ${contribution.perspective ?? 'both'}${contribution.deferred ? ' deferred' : ''}`;
      collect(contribution, `contributes.${point}.${index}`, set);
    });
  }
  return found;
}

type Contributes = Readonly<Record<string, readonly {readonly perspective?: string; readonly deferred?: boolean}[]>>;

/** The value with each reference in it replaced; everything else is kept. */
export function mapReferences(
  value: unknown,
  path: string,
  replace: (reference: Reference, path: string) => unknown,
): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => mapReferences(item, `${path}.${index}`, replace));
  if (typeof value !== 'object' || value === null) return value;
  if (isReference(value)) return replace(value, path);
  const entries = Object.entries(value).map(([key, item]) => [key, mapReferences(item, `${path}.${key}`, replace)]);
  return Object.fromEntries(entries);
}

function isReference(value: object): value is Reference {
  const {entry, export: name} = value as {entry?: unknown; export?: unknown};
  return typeof entry === 'string' && typeof name === 'string' && Object.keys(value).length === 2;
}
