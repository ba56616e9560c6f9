/**
 * What was drawn, without the library's marks for taking it over (the browser draws the page anew), and under tags that
 * no class is ever defined for: `<drawn-components-status>` stays what it is when `<components-status>` comes to life.
 * Text and attributes are escaped already, so `<` begins a tag.
 */
export function toPreviewMarkup(drawn: string, tags: ReadonlySet<string>): string {
  const clean = drawn.replace(/<!--\/?lit-[^>]*-->| defer-hydration| shadowroot="\w+"/g, '');
  if (tags.size === 0) return clean;
  const names = [...tags].sort((a, b) => b.length - a.length).join('|');
  const inStyles = new RegExp(`(?<![\\w.#-])(${names})(?![\\w-])`, 'g');
  return clean
    .replace(new RegExp(`<(/?)(${names})(?=[\\s>])`, 'g'), '<$1drawn-$2')
    .replace(/<style[^>]*>[^<]*/g, (style) => style.replace(inStyles, 'drawn-$1'));
}
