import {toText} from './to-text.ts';

/** What workflows mark in their schemas: where they find the source. */
export type RepositoryPart = 'url' | 'branch' | 'commit' | 'app-path' | 'secret-ref';

/** One value a component type, a workflow or a trait asks for, read from its JSON Schema. `path` leads to it inside `parameters`. */
export interface SchemaField {
  readonly path: readonly string[];
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly initial: FieldValue;
  readonly input: FieldInput;
  /** Set where a workflow takes it as part of the address of the source. */
  readonly repository?: RepositoryPart;
}

export type FieldValue = string | boolean;

export type FieldInput =
  | {readonly kind: 'text'; readonly pattern?: string; readonly minLength?: number; readonly maxLength?: number}
  | {readonly kind: 'number'; readonly integer: boolean; readonly minimum?: number; readonly maximum?: number}
  | {readonly kind: 'choice'; readonly options: readonly (string | number)[]}
  | {readonly kind: 'boolean'};

export interface SchemaForm {
  readonly fields: readonly SchemaField[];
  /** Dotted paths of what has no field: lists, free maps, unions. The platform's defaults apply to them. */
  readonly unsupported: readonly string[];
}

type Schema = Readonly<Record<string, unknown>>;

/** Fields for every string, number, boolean and enum of the schema, nested objects included, in the schema's order. */
export function toSchemaForm(schema: unknown): SchemaForm {
  const fields: SchemaField[] = [];
  const unsupported: string[] = [];
  const root = isSchema(schema) ? schema : {};
  walk(root, [], true);
  return {fields, unsupported};

  function walk(at: Schema, path: readonly string[], required: boolean): void {
    const node = resolve(at, root);
    const properties = node['properties'];
    if (isSchema(properties)) {
      const names = Array.isArray(node['required']) ? node['required'] : [];
      for (const [name, child] of Object.entries(properties)) {
        if (isSchema(child)) walk(child, [...path, name], required && names.includes(name));
      }
      return;
    }
    if (path.length === 0) return;
    const input = toInput(node);
    if (input) fields.push(toField(node, path, required, input));
    else unsupported.push(path.join('.'));
  }
}

/** The address of a field in messages, form data and refusals: `resources.requests.cpu`. */
export function toFieldKey({path}: Pick<SchemaField, 'path'>): string {
  return path.join('.');
}

function toField(node: Schema, path: readonly string[], required: boolean, input: FieldInput): SchemaField {
  const preset = node['default'];
  const initial = input.kind === 'boolean' ? preset === true : preset === undefined ? '' : toText(preset);
  return {
    path,
    label: typeof node['title'] === 'string' ? node['title'] : toWords(path),
    description: typeof node['description'] === 'string' ? node['description'] : '',
    required: required && preset === undefined,
    initial,
    input,
    ...toRepositoryPart(node),
  };
}

const REPOSITORY_PARTS = ['url', 'branch', 'commit', 'app-path', 'secret-ref'] as const;

function toRepositoryPart(node: Schema): Pick<SchemaField, 'repository'> {
  const part = REPOSITORY_PARTS.find((one) => node[`x-openchoreo-component-parameter-repository-${one}`] === true);
  return part ? {repository: part} : {};
}

function toInput(node: Schema): FieldInput | undefined {
  const options = node['enum'];
  if (Array.isArray(options) && options.every((option) => typeof option === 'string' || typeof option === 'number')) {
    return {kind: 'choice', options};
  }
  switch (node['type']) {
    case 'string':
      return {kind: 'text', ...pick(node, ['minLength', 'maxLength'], 'number'), ...pick(node, ['pattern'], 'string')};
    case 'integer':
    case 'number':
      return {kind: 'number', integer: node['type'] === 'integer', ...pick(node, ['minimum', 'maximum'], 'number')};
    case 'boolean':
      return {kind: 'boolean'};
    default:
      return undefined;
  }
}

function pick(node: Schema, names: readonly string[], type: 'number' | 'string'): Record<string, never> {
  return Object.fromEntries(
    names.filter((name) => typeof node[name] === type).map((name) => [name, node[name]]),
  ) as Record<string, never>;
}

function resolve(node: Schema, root: Schema): Schema {
  const reference = node['$ref'];
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (isSchema(at) ? at[part] : undefined), root);
  // A reference to a reference is left alone: it would have to be watched for circles, and no type needs it.
  return isSchema(target) && target['$ref'] === undefined ? target : {};
}

/** `imagePullPolicy` → `Image pull policy`; the parent goes first: `Requests: cpu`. */
function toWords(path: readonly string[]): string {
  const words = path.slice(-2).map((part) =>
    part
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/[-_]+/g, ' ')
      .toLowerCase(),
  );
  const text = words.join(': ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
