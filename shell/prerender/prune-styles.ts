/** What a drawn page is made of: every class and every tag in it. */
export interface DrawnNames {
  readonly classes: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

export function findNames(markup: string): DrawnNames {
  const classes = [...markup.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/));
  const tags = [...markup.matchAll(/<([a-z][\w-]*)/g)].map(([, name = '']) => name);
  return {classes: new Set(classes), tags: new Set(tags)};
}

/**
 * The style sheet without the rules for what is not in the page: it is sent with each page and read before the first
 * paint. Keeps whatever it cannot judge by classes and tags alone. Minified CSS in, the same out.
 */
export function pruneStyles(css: string, names: DrawnNames): string {
  let kept = '';
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const close = findEnd(css, open);
    kept += pruneRule(css.slice(at, open).trim(), css.slice(open + 1, close), names);
    at = close + 1;
  }
  return kept;
}

function pruneRule(head: string, body: string, names: DrawnNames): string {
  if (/^@(?:media|supports|container|layer)\b/.test(head)) {
    const inside = pruneStyles(body, names);
    return inside && `${head}{${inside}}`;
  }
  if (head.startsWith('@') || /[([]/.test(head)) return `${head}{${body}}`;
  const used = head.split(',').filter((selector) => isUsed(selector, names));
  return used.length > 0 ? `${used.join(',')}{${body}}` : '';
}

function isUsed(selector: string, {classes, tags}: DrawnNames): boolean {
  const wanted = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  const elements = [...selector.matchAll(/(?:^|[\s>+~])([a-z][\w-]*)/g)].map(([, name = '']) => name);
  return wanted.every((name) => classes.has(name)) && elements.every((name) => tags.has(name));
}

/** Where the block ends that begins there. */
function findEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}
