/** Puts the cursor where the first fault is, also inside the elements of a form, once they have drawn it. */
export async function focusFirstFault(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.getAttribute('aria-invalid') === 'true') {
      element.focus();
      return;
    }
    if (!element.shadowRoot) continue;
    await (element as HTMLElement & {updateComplete?: Promise<unknown>}).updateComplete;
    const inner = element.shadowRoot.querySelector<HTMLElement>(
      '[aria-invalid="true"], fieldset[aria-describedby] input',
    );
    if (!inner) continue;
    inner.focus();
    return;
  }
}
