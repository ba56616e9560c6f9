import type {Plugin} from 'vite';

const SELECT = /@radix-ui[/]react-select[/]dist[/]index[.]mjs$/;

/** The style element that the list of choices renders beside itself. */
const STYLE =
  /\/\* @__PURE__ \*\/ jsxs?\(\s*"style",\s*\{\s*dangerouslySetInnerHTML: \{[^}]*__html: `[^`]*`\s*\},\s*nonce\s*\}\s*\),/;

/**
 * Takes the style element out of Radix' select: its text is set as markup, which the page's policy (Trusted Types)
 * refuses. What it says is in the kit's own styles. A version that is written otherwise stops the build.
 */
export function plainSelect(): Plugin {
  return {
    name: 'portal:plain-select',
    enforce: 'pre',
    transform(code, id) {
      if (!SELECT.test(id.split('?')[0] ?? '')) return undefined;
      if (!STYLE.test(code))
        throw new Error(`${id} renders its style element in another way than build/plain-select.ts knows.`);
      return {code: code.replace(STYLE, ''), map: null};
    },
  };
}
