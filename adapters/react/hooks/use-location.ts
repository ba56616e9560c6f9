import type {Params, RouteLocation} from '@openchoreo/portal-contract';
import {usePortal} from '../portal-context.ts';

/** Where the page is, with its parameters and its query; renders again when they change. */
export function useLocation<Path extends string = string>(): RouteLocation<Path> {
  return usePortal('useLocation()').location as RouteLocation<Path>;
}

/** The parameters of the page's path, decoded: `useParams<'/reports/:id'>().id`. */
export function useParams<Path extends string = string>(): Params<Path> {
  return usePortal('useParams()').location.params as Params<Path>;
}
