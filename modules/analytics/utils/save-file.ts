/** Hands the file to the browser's downloads. The parts are put together by the browser, not in one string. */
export function saveFile(name: string, parts: Iterable<string>, type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // WebKit reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
