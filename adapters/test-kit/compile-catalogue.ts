import type {CompiledMessages} from '@openchoreo/portal-contract';

/**
 * ICU messages in the form the portal ships, as the build makes it: text, `{name}`, `{count, number}` and
 * `{count, plural, …}`. The build's own compiler does not run in a browser.
 */
export function compileCatalogue(catalogue: Readonly<Record<string, string>>): CompiledMessages {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, compile(text, false)]));
}

function compile(text: string, inPlural: boolean): readonly unknown[] {
  const parts: unknown[] = [];
  for (let at = 0; at < text.length;) {
    if (text[at] === '{') {
      const end = findClosing(text, at);
      parts.push(compileArgument(text.slice(at + 1, end)));
      at = end + 1;
    } else if (inPlural && text[at] === '#') {
      parts.push('#');
      at += 1;
    } else {
      const rest = text.slice(at);
      const length = rest.search(inPlural ? /[{#]/ : /\{/);
      parts.push(length < 0 ? rest : rest.slice(0, length));
      at += length < 0 ? rest.length : length;
    }
  }
  return parts;
}

function compileArgument(text: string): readonly unknown[] {
  const [, name = '', type, rest = ''] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,(.*))?)?$/s.exec(text) ?? [];
  if (type !== 'plural') return type === undefined ? [name] : [name, type];
  const cases: Record<string, unknown> = {};
  for (let at = 0; ;) {
    const open = rest.indexOf('{', at);
    if (open < 0) return [name, 'plural', cases];
    const close = findClosing(rest, open);
    cases[rest.slice(at, open).trim().replace(/^=/, '')] = compile(rest.slice(open + 1, close), true);
    at = close + 1;
  }
}

function findClosing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError(`A brace is not closed: ${text}`);
}
