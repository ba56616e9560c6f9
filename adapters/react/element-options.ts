/** How an attribute's text becomes a prop. */
export type AttributeKind = 'string' | 'number' | 'boolean' | 'json';

/** What a component is as an element. Everything is optional: a page or a card needs none of it. */
export interface ElementOptions {
  /** Attributes that are followed; `max-items` becomes the prop `maxItems`. A list means texts. */
  readonly attributes?: readonly string[] | Readonly<Record<string, AttributeKind>>;
  /** Props that are set as properties of the element and have no attribute. */
  readonly properties?: readonly string[];
  /**
   * Events that the component's callbacks become: `row-selected` for the prop `onRowSelected`, whose first argument is
   * the event's `detail`. The callback returns false when a listener prevented the default.
   */
  readonly events?: readonly string[];
  /** Names of slots, each of which becomes a prop. What has no slot's name becomes `children`. */
  readonly slots?: readonly string[];
  /**
   * Whether the component renders into a shadow root, where children of the element can be shown in `children`. Without
   * it the component renders into the element itself. Default: with `slots`, or when the component has `styles`.
   */
  readonly shadow?: boolean;
  /** Id of the module it is of, for elements that other modules use: they get that module's host wherever they stand. */
  readonly module?: string;
}

/** `max-items` → `maxItems`. */
export function toPropName(attribute: string): string {
  return attribute.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `row-selected` → `onRowSelected`; `analytics:row-selected` → `onAnalyticsRowSelected`. */
export function toCallbackName(event: string): string {
  const name = toPropName(event.replaceAll(':', '-'));
  return `on${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export function toAttributeKinds(attributes: ElementOptions['attributes']): ReadonlyMap<string, AttributeKind> {
  if (attributes === undefined) return new Map();
  if (isList(attributes)) return new Map(attributes.map((name) => [name, 'string']));
  return new Map(Object.entries(attributes));
}

/** The prop's value; undefined when the attribute is absent, or says what cannot be one. */
export function readAttribute(text: string | null, kind: AttributeKind): unknown {
  if (kind === 'boolean') return text !== null && text !== 'false';
  if (text === null) return undefined;
  if (kind === 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    return kind === 'json' || typeof value === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}

function isList(attributes: NonNullable<ElementOptions['attributes']>): attributes is readonly string[] {
  return Array.isArray(attributes);
}
