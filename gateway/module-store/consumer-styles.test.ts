import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {consumerStyles} from './consumer-styles.ts';
import {readCssBlocks} from './css-blocks.ts';
import {findClassNames} from './find-class-names.ts';

const BUNDLE = `React.createElement("div",{className:"p-6 md:grid-cols-3 text-muted-foreground\\nanimate-spin shadow"},
  open ? 'dark:bg-red-500 data-[state=open]:rotate-180' : \`w-[calc(100%-2rem)] hover:bg-primary/90 \${extra}\`)`;

describe('the styles of a consumer', () => {
  it('are looked for wherever a class name can stand', () => {
    const names = findClassNames([BUNDLE]);
    for (const name of [
      'p-6',
      'md:grid-cols-3',
      'text-muted-foreground',
      'animate-spin',
      'shadow',
      'dark:bg-red-500',
      'data-[state=open]:rotate-180',
      'w-[calc(100%-2rem)]',
      'hover:bg-primary/90',
    ]) {
      assert.ok(names.includes(name), name);
    }
  });

  it('hold inside the consumer only, and define nothing for the rest of the page', async () => {
    const blocks = readCssBlocks(await consumerStyles('costs', [BUNDLE]));
    const preludes = new Set(blocks.map(({prelude}) => prelude));
    assert.deepEqual(
      [...preludes].sort(),
      [
        ":where([data-openchoreo-consumer='costs'])",
        '@keyframes openchoreo-consumer-spin',
        "[data-openchoreo-consumer='costs']",
      ].sort(),
    );
    const inside = blocks.find(({prelude}) => prelude.startsWith(':where'))?.body ?? '';
    assert.doesNotMatch(inside, /@property|:root, :host|@layer/);
    assert.match(inside, /\.p-6 \{padding: calc\(var\(--spacing\) \* 6\);\}/);
    assert.match(inside, /\.text-muted-foreground \{color: var\(--muted-foreground\);\}/);
    assert.match(inside, /--tw-shadow: 0 0 #0000;/);
    assert.match(
      inside,
      /\.dark\\:bg-red-500:where\(\[data-openchoreo-consumer\]\[data-theme='dark'\] \*, :root\[data-theme='dark'\] \*\)/,
    );
  });

  it('are measured as their author did, by a root of 16 px, at the breakpoints that Tailwind has', async () => {
    const css = await consumerStyles('costs', ['text-xs sm:p-2 -mt-2 w-[calc(100%-2rem)] h-[1.5rem]']);
    for (const part of [
      '--spacing: 4px;',
      '--text-xs: 12px;',
      '@media (width >= 40rem)',
      '.w-\\[calc\\(100\\%-2rem\\)\\] {',
      'width: calc(100% - 32px);',
      'height: 24px;',
    ]) {
      assert.ok(css.includes(part), `${part} in ${css}`);
    }
    assert.deepEqual(css.match(/:\s[^;{}]*\drem[^{}]*;/g), null);
  });

  it('name the portal’s own colours', async () => {
    const [root] = readCssBlocks(await consumerStyles('costs', []));
    assert.match(root?.body ?? '', /--primary: var\(--portal-color-accent\);/);
    assert.match(root?.body ?? '', /--muted-foreground: var\(--portal-color-text-muted\);/);
  });
});

describe('readCssBlocks', () => {
  it('reads rules, statements, strings and escapes', () => {
    assert.deepEqual(readCssBlocks(`@layer a; /* } */ .a\\{ { content: "}"; } @media x { .b { c: d } }`), [
      {prelude: '@layer a', body: undefined},
      {prelude: '.a\\{', body: 'content: "}";'},
      {prelude: '@media x', body: '.b { c: d }'},
    ]);
  });
});
