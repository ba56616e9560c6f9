import {defineElement} from '@openchoreo/portal-lit';
import {PortalError, type ComponentReference, type ModuleHead} from '@openchoreo/portal-contract';
import type {LoadExport} from '../registry/load-export.ts';

/** Makes a component's element ready to be created, and gives its tag. */
export type LoadComponent = (head: ModuleHead, component: ComponentReference) => Promise<string>;

/** A module's classes are defined here, under `<module-id>-<export>`, unless they bear a tag already. */
export function createComponentLoader(
  loadExport: LoadExport,
  registry = customElements,
  base: CustomElementConstructor = HTMLElement,
): LoadComponent {
  return async (head, component) => {
    if ('tag' in component) {
      if (registry.get(component.tag)) return component.tag;
      throw new PortalError('PAGE_EXPORT_INVALID', [head.id, `<${component.tag}>`]);
    }
    const ctor = await loadExport(head, component.entry, component.export);
    if (!isElementClass(ctor, base)) throw new PortalError('PAGE_EXPORT_INVALID', [head.id, component.entry]);
    return defineElement(`${head.id}-${toName(component.entry, component.export)}`, ctor, registry);
  };
}

function isElementClass(value: unknown, base: CustomElementConstructor): value is CustomElementConstructor {
  return typeof value === 'function' && value.prototype instanceof base;
}

/** `DetailPage` → `detail-page`; a default export is called after its file. */
function toName(entry: string, name: string): string {
  const source = name === 'default' ? (entry.split('/').at(-1) ?? entry).replace(/[.]\w+$/, '') : name;
  return source
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
