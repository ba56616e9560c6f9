import type {EmbedSession} from '@openchoreo/portal-contract';

/** What shows elements, once it is known whose they are. Wired by the portal: it is the shell's own parts. */
export interface EmbedRuntime {
  /** Takes further modules, or those it has in another language. */
  add(session: EmbedSession): void;
  /**
   * An element that shows the module's element once it is in the page, or what happened. `prepare` gets the element
   * before it is connected, again after each failure.
   */
  createPart(module: string, tag: string, prepare: (element: HTMLElement) => void): HTMLElement;
  /** Ends everything; what the person has seen is forgotten. */
  dispose(): void;
}
