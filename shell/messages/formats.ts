import type {Messages} from '@openchoreo/portal-contract';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Numbers, dates and durations in one language. Formatters are made once for each set of options. */
export function createFormats(locale: string): Pick<Messages, 'number' | 'date' | 'relative'> {
  const made = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
  const relative = (): Intl.RelativeTimeFormat =>
    once('relative', () => new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}));

  return {
    number(value, options) {
      if (options === undefined && isPlain(value, locale)) return String(value);
      return once(`number ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options)).format(value);
    },
    date(value, options = {dateStyle: 'medium', timeStyle: 'short'}) {
      return once(`date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options)).format(
        new Date(value),
      );
    },
    relative(value) {
      const seconds = (new Date(value).getTime() - Date.now()) / 1000;
      const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length);
      return unit ? relative().format(Math.trunc(seconds / unit[1]), unit[0]) : relative().format(0, 'second');
    },
  };
}

/**
 * Whether the number is written with its digits alone. The first formatter of a page costs a slow machine a tenth of a
 * second, and the first page shows small counts.
 */
function isPlain(value: number, locale: string): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1000 && /^(?:de|en|es|fr|it|nl|pl|pt)\b/.test(locale);
}
