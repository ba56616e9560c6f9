const LONGEST = 120;
/** A class may begin with a letter, a variant in brackets, or what turns a utility round or makes it important. */
const CANDIDATE = /^[-!*@[]?[a-zA-Z[*@-][^"'`\s\\<>;{}]*$/;

/** Everything in the texts of scripts that may be a class name; which are, the compiler of the styles knows. */
export function findClassNames(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const token of text.replace(/\\[nrt]/g, ' ').split(/[\s"'`\\]+/)) {
      if (token.length <= LONGEST && CANDIDATE.test(token)) found.add(token);
    }
  }
  return [...found];
}
