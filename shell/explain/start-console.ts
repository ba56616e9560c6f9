import type {Explanation} from '@openchoreo/portal-contract';
import type {ExplainSources} from './explain-query.ts';

/** What the browser's console has of the portal: `portal.explain('components')`. */
export interface PortalConsole {
  /**
   * Why a module, a page, a navigation item, a card or a command is shown, hidden, blocked or broken: by the module's
   * id, `<module>/<point>/<id>`, a path or a command's id. Something unknown gives `undefined` and the names near it.
   */
  explain(query: string): Promise<Explanation | undefined>;
}

declare global {
  interface Window {
    readonly portal?: PortalConsole;
  }
}

/** Puts it there; its code is fetched when it is called. */
export function startConsole(sources: ExplainSources): void {
  const portal: PortalConsole = {
    async explain(query) {
      const {explainQuery} = await import('./explain-query.ts');
      return explainQuery(query, sources);
    },
  };
  Object.defineProperty(window, 'portal', {value: Object.freeze(portal), configurable: true});
}
