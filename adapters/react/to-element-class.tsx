import type {ForeignComponent} from '@openchoreo/portal-contract';
import type {ComponentType} from 'react';
import {toStyleSheets, type Styles} from './adopt-styles.ts';
import {toAttributeKinds, toCallbackName, toPropName, type ElementOptions} from './element-options.ts';
import {ReactElement, type ElementDefinition} from './react-element.tsx';

/** An element that shows a React component; its props are properties. */
export type ReactElementClass<P extends object> = new () => ReactElement & Partial<P>;

const made = new WeakMap<ForeignComponent, Map<string, ReactElementClass<object>>>();

/**
 * An element class that shows a React component: a function, a class, or what `memo`, `forwardRef` and `lazy` make. The
 * same component and options give the same class.
 *
 * A component with `styles` (as Lit's classes have) renders into a shadow root, where they apply and from where they do
 * not leak. One without stands in the page itself, where the page's own style sheets reach it.
 */
export function toElementClass<P extends object = Record<string, unknown>>(
  component: ComponentType<P> | ForeignComponent,
  options: ElementOptions = {},
): ReactElementClass<P> {
  const key = JSON.stringify(options);
  const classes = made.get(component) ?? new Map<string, ReactElementClass<object>>();
  made.set(component, classes);
  const known = classes.get(key) ?? makeClass(component, options);
  classes.set(key, known);
  return known;
}

function makeClass(component: ForeignComponent, options: ElementOptions): ReactElementClass<object> {
  const definition = toDefinition(component, options);
  class ElementOfComponent extends ReactElement {
    static override readonly definition = definition;
    static readonly observedAttributes = [...definition.attributes.keys()];
    static readonly module = options.module;
  }
  for (const name of definition.properties) {
    Object.defineProperty(ElementOfComponent.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: ReactElement) {
        return this.getProp(name);
      },
      set(this: ReactElement, value: unknown) {
        this.setProp(name, value);
      },
    });
  }
  return ElementOfComponent;
}

function toDefinition(component: ForeignComponent, options: ElementOptions): ElementDefinition {
  const {attributes, properties = [], events = [], slots = []} = options;
  const kinds = toAttributeKinds(attributes);
  const styles = toStyleSheets((component as {readonly styles?: Styles}).styles ?? []);
  return {
    component: component as unknown as ComponentType<Record<string, unknown>>,
    attributes: kinds,
    properties: [...new Set([...[...kinds.keys()].map(toPropName), ...properties])],
    events: new Map(events.map((event) => [toCallbackName(event), event])),
    slots,
    shadow: options.shadow ?? (slots.length > 0 || styles.length > 0),
    styles,
  };
}
