import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import typescript from 'typescript';
import {toCustomElements, toElementTypes, type PublicElements} from './custom-elements.ts';

const SHOP: PublicElements = {
  id: 'shop',
  elements: [
    {
      tag: 'shop-cart',
      description: 'What is in the cart. */ x',
      attributes: [{name: 'time-range', description: 'How far back'}],
    },
  ],
};

describe('public elements', () => {
  it('are described for tools by the custom-elements manifest', () => {
    const {schemaVersion, modules} = toCustomElements([SHOP]) as {
      schemaVersion: string;
      modules: {path: string; declarations: Record<string, unknown>[]; exports: unknown[]}[];
    };
    assert.deepEqual([schemaVersion, modules[0]?.path], ['1.0.0', 'shop.js']);
    const [declaration] = modules[0]?.declarations ?? [];
    assert.deepEqual(
      [declaration?.['tagName'], declaration?.['name'], declaration?.['customElement']],
      ['shop-cart', 'ShopCartElement', true],
    );
    assert.deepEqual((declaration?.['attributes'] as unknown[])[0], {
      name: 'time-range',
      description: 'How far back',
      fieldName: 'timeRange',
      type: {text: 'string'},
    });
    assert.deepEqual(modules[0]?.exports, [
      {kind: 'custom-element-definition', name: 'shop-cart', declaration: {name: 'ShopCartElement', module: 'shop.js'}},
    ]);
  });

  it('have types that TypeScript takes', () => {
    const types = toElementTypes(SHOP);
    const use = `import type {} from './shop';
      const cart: HTMLElementTagNameMap['shop-cart'] = document.createElement('shop-cart');
      cart.timeRange = '7d';
      cart.getToken = async ({refresh}) => (refresh ? 'a' : undefined);
      // @ts-expect-error it is a text
      cart.timeRange = 7;`;
    assert.deepEqual(compile({'/shop.d.ts': types, '/use.ts': use}), []);
  });
});

function compile(files: Readonly<Record<string, string>>): readonly string[] {
  const options: typescript.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: false,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  };
  const host = typescript.createCompilerHost(options);
  const {readFile, fileExists} = host;
  host.readFile = (name) => files[name] ?? readFile(name);
  host.fileExists = (name) => name in files || fileExists(name);
  const {getSourceFile} = host;
  host.getSourceFile = (name, target, ...rest) =>
    files[name] === undefined
      ? getSourceFile(name, target, ...rest)
      : typescript.createSourceFile(name, files[name], target);
  const program = typescript.createProgram(Object.keys(files), options, host);
  return typescript
    .getPreEmitDiagnostics(program)
    .map(({messageText}) => typescript.flattenDiagnosticMessageText(messageText, ' '));
}
