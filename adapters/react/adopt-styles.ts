import type {Dispose} from '@openchoreo/portal-contract';

/** A style sheet as modules write it: CSS text, a constructed sheet, or one of the shared looks of the Lit adapter. */
export type Style = string | CSSStyleSheet | {readonly styleSheet?: CSSStyleSheet | undefined};

export type Styles = Style | readonly Styles[];

const sheets = new Map<string, CSSStyleSheet>();
const users = new WeakMap<Document | ShadowRoot, Map<CSSStyleSheet, number>>();

/** Puts the style sheets into the root, each once, until all who wanted it there have undone it. */
export function adoptStyles(root: Document | ShadowRoot, styles: readonly CSSStyleSheet[]): Dispose {
  const counts = users.get(root) ?? new Map<CSSStyleSheet, number>();
  users.set(root, counts);
  for (const sheet of styles) {
    const count = counts.get(sheet) ?? 0;
    counts.set(sheet, count + 1);
    if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  let isUndone = false;
  return () => {
    if (isUndone) return;
    isUndone = true;
    for (const sheet of styles) {
      const count = (counts.get(sheet) ?? 0) - 1;
      if (count > 0) counts.set(sheet, count);
      else {
        counts.delete(sheet);
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
      }
    }
  };
}

/** Text becomes a sheet once. */
export function toStyleSheets(styles: Styles): readonly CSSStyleSheet[] {
  if (isList(styles)) return styles.flatMap((style) => toStyleSheets(style));
  if (styles instanceof CSSStyleSheet) return [styles];
  if (typeof styles !== 'string') return styles.styleSheet ? [styles.styleSheet] : [];
  const known = sheets.get(styles);
  if (known) return [known];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  sheets.set(styles, sheet);
  return [sheet];
}

function isList(styles: Styles): styles is readonly Styles[] {
  return Array.isArray(styles);
}
