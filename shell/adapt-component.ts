import type {AdaptComponent} from './outlet/component-loader.ts';

/** Fetches the React adapter when the first component needs it. A page around others shows them in its `children`. */
export const adaptComponent: AdaptComponent = async (component, {holdsPages}) => {
  if (typeof component !== 'function' && typeof component !== 'object') return undefined;
  const {isReactComponent, toElementClass} = await import('@openchoreo/portal-react');
  return isReactComponent(component) ? toElementClass(component, holdsPages ? {shadow: true} : {}) : undefined;
};
