import {createComponent, type EventName, type ReactWebComponent} from '@lit/react';
import React from 'react';

type EventNames = Record<string, EventName | string>;

/**
 * A React component that shows a custom element, with its properties as typed props, and callbacks for its events:
 * `toComponent(defineElement('my-module-widget', Widget), Widget, {onPicked: 'picked' as EventName<CustomEvent<Item>>})`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no events, as the library says it
export function toComponent<E extends HTMLElement, Events extends EventNames = {}>(
  tagName: string,
  elementClass: new () => E,
  events?: Events,
): ReactWebComponent<E, Events> {
  return createComponent({tagName, elementClass, react: React, ...(events && {events})});
}
