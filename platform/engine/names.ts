/** RFC 1123 label: what names of objects and of namespaces must be. */
const NAME = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

export const NAME_RULE =
  'must be 1–63 lower-case letters, digits or hyphens, and start and end with a letter or a digit';

export function isName(value: string): boolean {
  return NAME.test(value);
}
