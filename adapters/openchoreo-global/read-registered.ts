import {
  parseConsumerRegistration,
  PortalError,
  toConsumerParts,
  toFaultText,
  toRouteKeys,
  type ConsumerRegistration,
  type Fault,
} from '@openchoreo/portal-contract';
import {isReactComponent} from '@openchoreo/portal-react';
import type {ComponentType} from 'react';
import type {ConsumerModuleContext} from './module-context.ts';

/** What a consumer registered: the data of it, and what only a running module has. */
export interface Registered {
  readonly data: ConsumerRegistration;
  readonly routes: ReadonlyMap<string, ComponentType>;
  readonly cards: ReadonlyMap<string, ComponentType>;
  /** Keys of its settings in the manifest. */
  readonly declaredSettings: readonly string[];
  init?(context: ConsumerModuleContext): unknown;
  destroy?(): unknown;
}

type Part = Readonly<Record<string, unknown>> & {readonly component: ComponentType};

interface Registration {
  readonly routes?: readonly Part[];
  readonly dashboard?: {readonly cards?: readonly (Part & {readonly id: string})[]};
  readonly init?: Registered['init'];
  readonly destroy?: Registered['destroy'];
}

/** Reads what was given to `registerModule`. Throws `REGISTRATION_INVALID` with every fault. */
export function readRegistered(given: unknown, owner: string): Registered {
  const parsed = parseConsumerRegistration(given, owner);
  const faults = [...(parsed.ok ? [] : parsed.error), ...findCodeFaults(given)];
  const parts = parsed.ok ? toConsumerParts(parsed.value, 'registered.js') : undefined;
  if (parts && !parts.ok) faults.push(...parts.error);
  if (!parsed.ok || faults.length > 0) throw new PortalError('REGISTRATION_INVALID', [owner, toFaultText(faults)]);
  const {routes = [], dashboard: {cards = []} = {}, init, destroy} = given as Registration;
  const keys = toRouteKeys(parsed.value.routes);
  return {
    data: parsed.value,
    routes: new Map(routes.map(({component}, index) => [keys[index] ?? '', component])),
    declaredSettings: (parts?.ok ? (parts.value.manifest.settings ?? []) : []).map(({key}) => key),
    cards: new Map(cards.map(({id, component}) => [id, component])),
    ...(init && {init: (context) => init.call(given, context)}),
    ...(destroy && {destroy: () => destroy.call(given)}),
  };
}

/** What data alone cannot show: parts without a component, hooks that are no functions. */
function findCodeFaults(given: unknown): readonly Fault[] {
  if (typeof given !== 'object' || given === null) return [];
  const {routes, dashboard, ...rest} = given as Readonly<Record<string, unknown>>;
  const cards = (dashboard as Readonly<Record<string, unknown>> | undefined)?.['cards'];
  const hooks = ['init', 'destroy'].filter((name) => !['undefined', 'function'].includes(typeof rest[name]));
  return [
    ...findEmpty(routes, 'routes'),
    ...findEmpty(cards, 'dashboard.cards'),
    ...hooks.map((path) => ({path, found: `a ${typeof rest[path]}`, expected: 'a function'})),
  ];
}

function findEmpty(parts: unknown, path: string): readonly Fault[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown, index) => {
    const component = (part as Readonly<Record<string, unknown>> | null)?.['component'];
    if (isReactComponent(component)) return [];
    return [{path: `${path}.${index}.component`, found: typeof component, expected: 'a React component'}];
  });
}
