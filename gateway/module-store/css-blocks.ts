/** One rule of a style sheet: `prelude { body }`, or a statement such as `@layer a;` without a body. */
export interface CssBlock {
  readonly prelude: string;
  readonly body: string | undefined;
}

/** The rules at the top of a style sheet, comments left out. What is inside a rule stays text. */
export function readCssBlocks(css: string): readonly CssBlock[] {
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  const blocks: CssBlock[] = [];
  let start = 0;
  let open = -1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character === '\\') at += 1;
    else if (character === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (character === '}' && --depth === 0) {
      blocks.push({prelude: text.slice(start, open).trim(), body: text.slice(open + 1, at).trim()});
      start = at + 1;
    } else if (character === ';' && depth === 0) {
      blocks.push({prelude: text.slice(start, at).trim(), body: undefined});
      start = at + 1;
    }
  }
  return blocks;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[start]) return at;
  }
  return text.length;
}
