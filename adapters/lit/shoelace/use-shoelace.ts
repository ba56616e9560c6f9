/**
 * Makes the document ready for Shoelace's elements: its tokens mapped to the portal's, its icons from one sprite sheet
 * of the portal's own origin. Loads what that needs on the first call; calling it again does nothing.
 *
 * A module awaits it before it shows an `sl-…` element, and lists the element's class in `static dependencies`
 * (`import SlSwitch from '@shoelace-style/shoelace/dist/components/switch/switch.component.js'`).
 */
export async function useShoelace(): Promise<void> {
  const [{adoptTheme}, {registerIcons}] = await Promise.all([
    import('./adopt-theme.ts'),
    import('./register-icons.ts'),
  ]);
  adoptTheme(document);
  registerIcons();
}
