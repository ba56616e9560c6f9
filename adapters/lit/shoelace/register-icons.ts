import {registerIconLibrary} from '@shoelace-style/shoelace/dist/components/icon/library.js';

/**
 * Shoelace draws its own icons by fetching `data:` addresses, which the portal's policy forbids. Both its libraries
 * take them from one sprite sheet instead; `default` knows the same names, so that nothing is fetched from elsewhere.
 */
export function registerIcons(): void {
  const sheet = new URL('./icons.svg?no-inline', import.meta.url).href;
  const library = {resolver: (name: string) => `${sheet}#${name}`, spriteSheet: true};
  registerIconLibrary('system', library);
  registerIconLibrary('default', library);
}
