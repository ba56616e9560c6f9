import type {ComponentReference} from '@openchoreo/portal-contract';

/**
 * A tab of a component's or a project's page. Its element stands inside that page: `LocationController` tells it the
 * parameter `component` or `project`, the selection its namespace.
 */
export interface EntityTab {
  readonly title: string;
  readonly component: ComponentReference;
}

declare module '@openchoreo/portal-contract' {
  interface ExtensionPoints {
    'components.tabs': EntityTab;
    'components.project-tabs': EntityTab;
  }
}
