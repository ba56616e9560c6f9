import {type Document, isMap, LineCounter, parseAllDocuments, Document as YamlDocument} from 'yaml';
import * as z from 'zod/mini';
import type {ComponentObjects} from '../types/component-draft.ts';

/** What is wrong with the text, and in which line (the first is 1). */
export interface YamlFault {
  readonly line: number;
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

export type ObjectPath = readonly (string | number)[];

export interface ReadObjects {
  /** Undefined where there are faults. */
  readonly objects?: ComponentObjects;
  readonly faults: readonly YamlFault[];
  /** The line of what is at the path, or of the nearest thing around it that is there. */
  readonly toLine: (kind: 'Component' | 'Workload', path: ObjectPath) => number;
}

const text = z.string();
const values = z.optional(z.record(z.string(), z.unknown()));
const metadata = z.looseObject({
  name: text,
  namespace: z.optional(text),
  annotations: z.optional(z.record(z.string(), z.string())),
});
const reference = {kind: z.optional(text), name: text, parameters: values};

const componentSchema = z.looseObject({
  metadata,
  spec: z.looseObject({
    owner: z.looseObject({projectName: text}),
    componentType: z.looseObject({kind: z.optional(text), name: text}),
    autoDeploy: z.optional(z.boolean()),
    parameters: values,
    traits: z.optional(z.array(z.looseObject({...reference, instanceName: text}))),
    workflow: z.optional(z.looseObject(reference)),
  }),
});

const workloadSchema = z.looseObject({
  metadata,
  spec: z.looseObject({
    owner: z.looseObject({projectName: text, componentName: text}),
    container: z.looseObject({
      image: text,
      env: z.optional(z.array(z.looseObject({key: text, value: z.optional(text)}))),
    }),
    endpoints: z.optional(
      z.record(z.string(), z.looseObject({type: text, port: z.unknown(), visibility: z.optional(z.array(text))})),
    ),
  }),
});

const SCHEMAS = {Component: componentSchema, Workload: workloadSchema};
type Kind = keyof typeof SCHEMAS;

/** The objects as YAML, one document each. Comments and order of the text before stay where its objects still are. */
export function writeObjects({component, workload}: ComponentObjects, before = ''): string {
  const documents = before === '' ? [] : parse(before).documents;
  return [component, ...(workload ? [workload] : [])]
    .map((object) => {
      const kept = documents.find((document) => isOf(document, object.kind));
      if (!kept) return new YamlDocument(object).toString({lineWidth: 0});
      fit(kept, [], object);
      return kept.toString({lineWidth: 0, directives: false}).replace(/^---\n/, '');
    })
    .join('---\n');
}

/** The objects in the text: one component, and at most one workload. */
export function readObjects(source: string): ReadObjects {
  const {documents, lines} = parse(source);
  const toLine = (document: Document | undefined, path: ObjectPath): number => lineOf(document, path, lines);
  const find = (kind: Kind): Document | undefined => documents.find((document) => isOf(document, kind));
  const broken = documents.flatMap(({errors}) => errors);
  const where: ReadObjects['toLine'] = (kind, path) => toLine(find(kind), path);
  if (broken.length > 0) {
    const faults = broken.map(({message, pos}) => ({
      line: lines.linePos(pos[0]).line,
      key: 'yaml.fault.syntax',
      values: {message: message.split(/ at line |\n/)[0] ?? message},
    }));
    return {faults, toLine: where};
  }
  const faults = [...findStrangers(documents, toLine), ...checkKind('Component'), ...checkKind('Workload')];
  if (faults.length > 0) return {faults, toLine: where};
  const objects = {component: find('Component')?.toJS() as unknown, workload: find('Workload')?.toJS() as unknown};
  return {objects: objects as ComponentObjects, faults, toLine: where};

  function checkKind(kind: Kind): readonly YamlFault[] {
    const document = find(kind);
    if (!document) return kind === 'Component' ? [{line: 1, key: 'yaml.fault.no-component'}] : [];
    const result = z.safeParse(SCHEMAS[kind], document.toJS());
    return (result.error?.issues ?? []).map(({path, code, ...issue}) => ({
      line: toLine(document, path as ObjectPath),
      key: 'yaml.fault.shape',
      values: {path: path.join('.'), expected: code === 'invalid_type' ? (issue as {expected: string}).expected : ''},
    }));
  }
}

/** Documents that are neither, and those that are there a second time. */
function findStrangers(
  documents: readonly Document[],
  toLine: (document: Document, path: ObjectPath) => number,
): readonly YamlFault[] {
  const seen = new Set<string>();
  return documents.flatMap((document) => {
    const said = isMap(document.contents) ? document.get('kind') : undefined;
    const kind = typeof said === 'string' ? said : '';
    const line = toLine(document, ['kind']);
    if (!Object.hasOwn(SCHEMAS, kind)) return [{line, key: 'yaml.fault.kind', values: {kind}}];
    if (seen.has(kind)) return [{line, key: 'yaml.fault.twice', values: {kind}}];
    seen.add(kind);
    return [];
  });
}

function parse(source: string): {documents: readonly Document[]; lines: LineCounter} {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(source, {lineCounter: lines, prettyErrors: true});
  const documents = [...parsed] as readonly Document[];
  // A separator at the end makes no object.
  return {documents: documents.filter(({contents, errors}) => contents !== null || errors.length > 0), lines};
}

function isOf(document: Document, kind: string | undefined): boolean {
  return isMap(document.contents) && document.get('kind') === kind;
}

function lineOf(document: Document | undefined, path: ObjectPath, lines: LineCounter): number {
  if (!document) return 1;
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  const range = (node as {range?: readonly number[] | null} | null | undefined)?.range;
  if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  return path.length > 0 ? lineOf(document, path.slice(0, -1), lines) : 1;
}

/** Makes what is at the path equal to the value, and touches nothing that is so already. */
function fit(document: Document, path: ObjectPath, after: unknown): void {
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  const before = (path.length > 0 ? getValue(document.toJS(), path) : document.toJS()) as unknown;
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (!isMap(node) || typeof after !== 'object' || after === null || Array.isArray(after)) {
    document.setIn(path, document.createNode(after));
    return;
  }
  const wanted = Object.entries(after).filter(([, value]) => value !== undefined);
  for (const key of Object.keys(before as object)) {
    if (!wanted.some(([name]) => name === key)) document.deleteIn([...path, key]);
  }
  for (const [key, value] of wanted) fit(document, [...path, key], value);
}

function getValue(root: unknown, path: ObjectPath): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    root,
  );
}
