import type {VariableRow} from '../types/component-draft.ts';

/** Variables out of text as files named `.env` have it: `NAME=value` lines, with comments, `export` and quotes. */
export function readVariables(text: string): readonly VariableRow[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ''] = /^\s*(?:export\s+)?([^#=\s][^=\s]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) return [];
    return [{name, value: /^(["'])(.*)\1$/.exec(value)?.[2] ?? value}];
  });
}
