import {parse, type ModuleDeclaration, type Program, type Statement} from 'acorn';
import {simple} from 'acorn-walk';

export type ScriptReading =
  | {
      readonly kind: 'module';
      /** Names it exports; `undefined` when it passes on all of another file's. */
      readonly exports: ReadonlySet<string> | undefined;
      /** Specifiers that it imports, also when it gets to it. */
      readonly imports: readonly string[];
    }
  | {readonly kind: 'classic'; readonly imports: readonly string[]}
  | {readonly kind: 'broken'; readonly problem: string};

/**
 * What kind of script the text is: an ES module when it has `import`, `export`, `import.meta` or an `await` of its own,
 * which no classic script may have; else a classic one.
 */
export function readScript(text: string): ScriptReading {
  const classic = tryParse(text, 'script');
  if (typeof classic !== 'string') return {kind: 'classic', imports: findImports(classic)};
  const program = tryParse(text, 'module');
  if (typeof program === 'string') return {kind: 'broken', problem: program};
  return {kind: 'module', exports: findExports(program), imports: findImports(program)};
}

function tryParse(text: string, sourceType: 'script' | 'module'): Program | string {
  try {
    return parse(text, {ecmaVersion: 'latest', sourceType, allowHashBang: true});
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function findExports({body}: Program): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const node of body) {
    if (node.type === 'ExportAllDeclaration' && node.exported === null) return undefined;
    for (const name of namesOf(node)) names.add(name);
  }
  return names;
}

function namesOf(node: Statement | ModuleDeclaration): readonly string[] {
  if (node.type === 'ExportDefaultDeclaration') return ['default'];
  if (node.type === 'ExportAllDeclaration') return node.exported ? [toName(node.exported)] : [];
  if (node.type !== 'ExportNamedDeclaration') return [];
  const {declaration} = node;
  const declared =
    declaration?.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({id}) => namesOfPattern(id))
      : declaration
        ? [declaration.id.name]
        : [];
  return [...declared, ...node.specifiers.map(({exported}) => toName(exported))];
}

type Pattern = Extract<
  ReturnType<typeof parse>['body'][number],
  {type: 'VariableDeclaration'}
>['declarations'][number]['id'];

function namesOfPattern(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesOfPattern(one.type === 'Property' ? one.value : one.argument));
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? namesOfPattern(one) : []));
    case 'AssignmentPattern':
      return namesOfPattern(pattern.left);
    case 'RestElement':
      return namesOfPattern(pattern.argument);
    // Not in a declaration.
    case 'MemberExpression':
      return [];
  }
}

function toName(node: {readonly type: string; readonly name?: string; readonly value?: unknown}): string {
  return node.name ?? String(node.value);
}

function findImports(program: Program): readonly string[] {
  const found = new Set<string>();
  const add = ({source}: {readonly source?: {readonly type: string; readonly value?: unknown} | null}): void => {
    if (typeof source?.value === 'string') found.add(source.value);
  };
  simple(program, {
    ImportDeclaration: add,
    ExportAllDeclaration: add,
    ExportNamedDeclaration: add,
    ImportExpression: add,
  });
  return [...found];
}
