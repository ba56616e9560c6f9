/** The text, or as much of its beginning as fits with an ellipsis behind it; empty where not even a letter fits. */
export function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const letters = Array.from(text);
  for (let length = letters.length - 1; length > 0; length -= 1) {
    const shortened = `${letters.slice(0, length).join('').trimEnd()}…`;
    if (fits(shortened)) return shortened;
  }
  return '';
}
