/** The public elements of a module, in words for tools and their users. */
export interface PublicElements {
  /** Of the module. */
  readonly id: string;
  readonly elements: readonly {
    readonly tag: string;
    readonly description: string;
    readonly attributes: readonly {readonly name: string; readonly description: string}[];
  }[];
}

/** Attributes of every element: the host in the foreign page knows them. */
const COMMON = [{name: 'theme', description: 'light, dark or system; by default the colour scheme of the page'}];

/** The custom-elements manifest (schema 1.0.0) of all public elements. Paths are relative to it. */
export function toCustomElements(modules: readonly PublicElements[]): unknown {
  return {
    schemaVersion: '1.0.0',
    readme: '',
    modules: modules.map(({id, elements}) => ({
      kind: 'javascript-module',
      path: `${id}.js`,
      declarations: elements.map(({tag, description, attributes}) => ({
        kind: 'class',
        customElement: true,
        name: toClassName(tag),
        tagName: tag,
        description,
        superclass: {name: 'HTMLElement'},
        attributes: [
          ...attributes.map((one) => ({...one, fieldName: toProperty(one.name), type: {text: 'string'}})),
          ...COMMON.map((one) => ({...one, type: {text: "'light' | 'dark' | 'system'"}})),
        ],
        members: [
          ...attributes.map(({name, description: text}) => ({
            kind: 'field',
            name: toProperty(name),
            description: text,
            type: {text: 'string'},
            attribute: name,
          })),
          {kind: 'field', name: 'getToken', description: GET_TOKEN, type: {text: 'GetToken | undefined'}},
        ],
      })),
      exports: elements.map(({tag}) => ({
        kind: 'custom-element-definition',
        name: tag,
        declaration: {name: toClassName(tag), module: `${id}.js`},
      })),
    })),
  };
}

const GET_TOKEN = 'Gives an access token of the portal’s own issuer; as configure({getToken}), for the whole page.';

/** TypeScript types of `/embed/<module>.js`: what it exports, and its elements by tag. */
export function toElementTypes({elements}: PublicElements): string {
  const classes = elements.map(({tag, description, attributes}) =>
    [
      `${toComment(description)}export interface ${toClassName(tag)} extends HTMLElement {`,
      ...attributes.map(({name, description: text}) => `  ${toComment(text)}${toProperty(name)}: string;`),
      `  ${toComment(GET_TOKEN)}getToken: GetToken | undefined;`,
      '}',
    ].join('\n'),
  );
  const tags = elements.map(({tag}) => `    '${tag}': ${toClassName(tag)};`);
  return `${HOST_TYPES}\n${classes.join('\n\n')}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n${tags.join('\n')}\n  }\n}\n`;
}

const HOST_TYPES = `/** Gives an access token; \`refresh\` says that the one before was refused. */
export type GetToken = (question: {readonly refresh: boolean}) => Promise<string | undefined> | string | undefined;

export interface EmbedOptions {
  readonly getToken?: GetToken | undefined;
  /** Language of the elements; by default that of the page. */
  readonly locale?: string | undefined;
  /** What is selected where an element names nothing. */
  readonly scope?: {
    readonly namespace?: string;
    readonly project?: string;
    readonly component?: string;
    readonly environment?: string;
  };
  readonly onNotice?:
    | ((notice: {
        readonly kind: 'success' | 'info' | 'warning' | 'error';
        readonly text: string;
        readonly detail?: string;
      }) => void)
    | undefined;
}

export declare function configure(options: EmbedOptions): void;
/** Opens the portal's sign-in window: to be called while the page handles a click. */
export declare function signIn(): Promise<void>;
export declare function signOut(): void;
`;

function toComment(text: string): string {
  return text ? `/** ${text.replaceAll('*/', '*\\/')} */ ` : '';
}

/** `analytics-widget` → `AnalyticsWidgetElement` */
function toClassName(tag: string): string {
  return `${tag.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase())}Element`;
}

function toProperty(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
