/** What a run of a workflow builds; what the workflow does not tell is missing. */
export interface BuildSource {
  readonly url?: string;
  readonly branch?: string;
  readonly commit?: string;
}

/** How a workflow's schema marks the parameters that say where the source is. */
const MARK = 'x-openchoreo-component-parameter-repository-';
const MARKED = ['url', 'branch', 'commit'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** Finds the source among the parameters of a run, by the marks in the schema of its workflow. */
export function findSource(schema: unknown, parameters: unknown): BuildSource {
  if (!isFields(schema)) return {};
  const value = parameters ?? schema['default'];
  const own = MARKED.filter((mark) => schema[MARK + mark] === true && typeof value === 'string' && value !== '');
  const below = Object.entries(isFields(schema['properties']) ? schema['properties'] : {}).map(([name, part]) =>
    findSource(part, isFields(value) ? value[name] : undefined),
  );
  return Object.assign(Object.fromEntries(own.map((mark) => [mark, value])), ...below) as BuildSource;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
