import {PortalError} from '@openchoreo/portal-contract';

type WithDependencies = CustomElementConstructor & {
  readonly dependencies?: Readonly<Record<string, CustomElementConstructor>>;
};

/**
 * Defines the class and the elements it lists in `static dependencies`, and theirs. What is defined already stays.
 * Returns the tag the class bears: another one when it was defined under another name before.
 * Throws `ELEMENT_TAKEN` when a different class holds the tag of the class or of something it uses.
 */
export function defineElement(tag: string, ctor: CustomElementConstructor, registry = customElements): string {
  const existing = registry.getName(ctor);
  if (existing !== null) return existing;
  define(tag, ctor, registry, new Set());
  return tag;
}

function define(
  tag: string,
  ctor: CustomElementConstructor,
  registry: CustomElementRegistry,
  seen: Set<CustomElementConstructor>,
): void {
  const holder = registry.get(tag);
  if (holder === ctor || (holder && Object.getPrototypeOf(holder) === ctor)) return;
  if (holder !== undefined) throw new PortalError('ELEMENT_TAKEN', [tag]);
  if (seen.has(ctor)) return;
  seen.add(ctor);
  for (const [name, dependency] of Object.entries((ctor as WithDependencies).dependencies ?? {})) {
    define(name, dependency, registry, seen);
  }
  // A class bears one tag only; a template that uses it under a second one gets an equal class.
  registry.define(tag, registry.getName(ctor) === null ? ctor : class extends ctor {});
}
