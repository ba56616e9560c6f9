import {expect} from '@open-wc/testing';

/** Colours that stand on others, and the contrast WCAG 2.2 AA asks for: 4.5 for words, 3 for what must be seen. */
const WORDS = {
  text: ['bg', 'surface', 'raised', 'hover', 'accent-soft'],
  'text-muted': ['bg', 'surface', 'raised', 'hover', 'warning-soft'],
  accent: ['bg', 'surface', 'raised', 'accent-soft', 'hover'],
  'accent-text': ['accent'],
  surface: ['danger'],
  success: ['surface', 'raised', 'success-soft'],
  warning: ['surface', 'raised', 'warning-soft'],
  danger: ['surface', 'raised', 'danger-soft', 'bg'],
  info: ['surface', 'raised', 'info-soft'],
};

const SEEN = {'border-strong': ['surface', 'raised', 'bg'], focus: ['bg', 'surface', 'raised', 'hover']};

describe('design tokens', () => {
  let tokens: Map<string, readonly [light: string, dark: string]>;

  before(async () => {
    const css = await (await fetch(new URL('./tokens.css', import.meta.url))).text();
    const plain = css.slice(0, css.indexOf('@media'));
    const found = plain.matchAll(/--portal-color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
    tokens = new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
  });

  for (const [theme, index] of [
    ['light', 0],
    ['dark', 1],
  ] as const) {
    it(`have enough contrast in the ${theme} theme`, () => {
      const failing = [
        ...findFailing(WORDS, 4.5, (name) => tokens.get(name)?.[index]),
        ...findFailing(SEEN, 3, (name) => tokens.get(name)?.[index]),
      ];
      expect(failing).to.deep.equal([]);
    });
  }
});

function findFailing(
  pairs: Readonly<Record<string, readonly string[]>>,
  least: number,
  color: (name: string) => string | undefined,
): string[] {
  return Object.entries(pairs).flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const ratio = toContrast(color(front) ?? '', color(back) ?? '');
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`];
    }),
  );
}

function toContrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function toLuminance(color: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((start) => {
    const value = parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
