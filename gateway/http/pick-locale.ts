/** The first language of the `Accept-Language` header that there is a catalogue for; English otherwise. */
export function pickLocale(accept: string | null | undefined, locales: readonly string[]): string {
  const wanted = (accept ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1];
      return {tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality)};
    })
    .filter(({tag, quality}) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const {tag} of wanted) {
    const found = locales.find((locale) => locale.toLowerCase() === tag || locale.toLowerCase() === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}
