/**
 * Puts the cursor where the first fault is, also inside the elements of a form, once they have drawn it. Answers whether
 * there is one.
 */
export async function focusFirstFault(root: ParentNode): Promise<boolean> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('[aria-invalid="true"], fieldset[aria-describedby] input')) {
      element.focus();
      return true;
    }
    if (!element.shadowRoot) continue;
    await (element as HTMLElement & {updateComplete?: Promise<unknown>}).updateComplete;
    if (await focusFirstFault(element.shadowRoot)) return true;
  }
  return false;
}
