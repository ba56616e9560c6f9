import lightTokens from '@shoelace-style/shoelace/dist/themes/light.styles.js';
import {shoelaceTheme} from './shoelace-theme.ts';

/** Adds Shoelace's tokens and the portal's values for them to the document, once. */
export function adoptTheme(document: Document): void {
  const sheets = [lightTokens, shoelaceTheme].map(({styleSheet}) => styleSheet).filter((sheet) => sheet !== undefined);
  const missing = sheets.filter((sheet) => !document.adoptedStyleSheets.includes(sheet));
  document.adoptedStyleSheets.push(...missing);
}
