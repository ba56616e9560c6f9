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
  /** The extension point it is contributed to; undefined for routes and elements. */
  readonly point?: string;
}

/** Every component a module names, in order. */
export function findReferences(manifest: Readonly<Record<string, unknown>>): readonly FoundReference[] {
  const found: FoundReference[] = [];
  for (const field of COMPONENT_FIELDS) {
    mapReferences(manifest[field], field, (reference, path) => {
      const point = field === 'contributes' ? pointOf(path, manifest[field]) : undefined;
      found.push({...reference, path, ...(point !== undefined && {point})});
      return reference;
    });
  }
  return found;
}

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

/** Point ids have dots themselves, so the path is matched against the points there are. */
function pointOf(path: string, contributes: unknown): string | undefined {
  return Object.keys(contributes ?? {}).find((point) => path.startsWith(`contributes.${point}.`));
}
