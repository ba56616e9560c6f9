const VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const COMPARATOR = /^(\^|~|>=|<=|>|<|=)?\s*v?(\d+|x|\*)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?(-[0-9A-Za-z.-]+)?$/;

/** Whether the text is a version as semver.org defines it. */
export function isVersion(value: string): boolean {
  return VERSION.test(value);
}

/** Whether the text is a range of comparators (`^1.2.0`, `>=1 <3`, `1.x || 2.x`, `*`) as npm writes them. */
export function isVersionRange(value: string): boolean {
  return value.split('||').every(
    (part) =>
      part.trim() !== '' &&
      part
        .trim()
        .split(/\s+/)
        .every((one) => COMPARATOR.test(one)),
  );
}
