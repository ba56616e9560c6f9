import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {compile} from 'tailwindcss';
import {readCssBlocks} from './css-blocks.ts';
import {findClassNames} from './find-class-names.ts';

/** Everything of a consumer stands inside an element with this attribute; `data-theme` may say whether it is dark there. */
const toRoot = (id: string): string => `[data-openchoreo-consumer='${id}']`;
/** Keyframes have no scope: theirs get names of their own. */
const KEYFRAMES = 'openchoreo-consumer-';

/** shadcn's colour names in terms of the portal's, which follow light, dark and contrast by themselves. */
const COLOURS: Readonly<Record<string, string>> = {
  background: 'bg',
  foreground: 'text',
  card: 'surface',
  'card-foreground': 'text',
  popover: 'raised',
  'popover-foreground': 'text',
  primary: 'accent',
  'primary-foreground': 'accent-text',
  secondary: 'hover',
  'secondary-foreground': 'text',
  muted: 'hover',
  'muted-foreground': 'text-muted',
  accent: 'hover',
  'accent-foreground': 'text',
  destructive: 'danger',
  'destructive-foreground': 'accent-text',
  success: 'success',
  warning: 'warning',
  info: 'info',
  border: 'border',
  input: 'border-strong',
  ring: 'focus',
  'chart-1': 'accent',
  'chart-2': 'success',
  'chart-3': 'warning',
  'chart-4': 'info',
  'chart-5': 'danger',
};

const SHEET = `
@import "theme.css";
@import "preflight.css";
@import "utilities.css";
*, ::before, ::after {
  border-color: var(--border);
}
@theme inline {
  ${Object.keys(COLOURS)
    .map((name) => `--color-${name}: var(--${name});`)
    .join('\n  ')}
  --radius-lg: var(--radius);
  --radius-md: var(--portal-radius-small);
  --radius-sm: 4px;
  --font-sans: var(--portal-font);
  --font-mono: var(--portal-font-mono);
}
@custom-variant dark {
  &:where([data-openchoreo-consumer][data-theme='dark'] *, :root[data-theme='dark'] *) {
    @slot;
  }
  @media (prefers-color-scheme: dark) {
    &:where(:root[data-theme='system'] *, :host [data-openchoreo-consumer]:not([data-theme]) *) {
      @slot;
    }
  }
}
`;

/** What the element that holds the consumer has, and what Tailwind's base would give to the whole page. */
const toBase = (root: string): string => `${root} {
  ${Object.entries(COLOURS)
    .map(([name, token]) => `--${name}: var(--portal-color-${token});`)
    .join('\n  ')}
  --radius: var(--portal-radius);
  color: var(--foreground);
  line-height: 1.5;
}
`;

/**
 * The CSS of the Tailwind classes in the texts of a consumer, made by Tailwind's own compiler. It holds inside this
 * consumer's elements only, in the document as in a shadow root, and defines nothing for the rest of the page.
 */
export async function consumerStyles(id: string, texts: readonly string[]): Promise<string> {
  const compiler = await compile(SHEET, {
    loadStylesheet: async (path) => ({path, base: '/', content: await readPart(path)}),
  });
  return toScoped(toRoot(id), toPixels(compiler.build([...findClassNames(texts)])));
}

/** Tailwind measures by a root of 16 px, which the portal's is not: lengths in declarations, not those of media queries. */
function toPixels(css: string): string {
  return css.replaceAll(/:\s[^;{}]*;/g, (value) =>
    value.replaceAll(/(?<![\w.])(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * 16}px`),
  );
}

function toScoped(root: string, css: string): string {
  const top: string[] = [toBase(root)];
  const inside: string[] = [];
  const initial: string[] = [];
  for (const {prelude, body} of readCssBlocks(css)) {
    if (body === undefined || prelude.startsWith('@layer properties')) continue;
    // A property is registered for the whole page, and not at all in a shadow root: its first value is set instead.
    if (prelude.startsWith('@property ')) {
      initial.push(`${prelude.slice(10)}: ${/initial-value:([^;]*)/.exec(body)?.[1]?.trim() ?? 'initial'};`);
    } else if (prelude.startsWith('@keyframes ')) top.push(`${prelude} {${body}}`);
    else if (prelude === ':root, :host') top.push(`${root} {${body}}`);
    else inside.push(`${prelude} {${body}}`);
  }
  const first = initial.length > 0 ? `*, ::before, ::after, ::backdrop {\n${initial.join('\n')}\n}` : '';
  return `${top.join('\n')}\n:where(${root}) {\n${first}\n${inside.join('\n')}\n}\n`;
}

const resolve = createRequire(import.meta.url).resolve;

async function readPart(name: string): Promise<string> {
  const text = await readFile(resolve(`tailwindcss/${name}`), 'utf8');
  if (name !== 'theme.css') return text;
  return text
    .replaceAll(/@keyframes (\w+)/g, `@keyframes ${KEYFRAMES}$1`)
    .replaceAll(/(--animate-(\w+):\s*)\2\b/g, `$1${KEYFRAMES}$2`);
}
