import type {Host} from '@openchoreo/portal-contract';
import {usePortal} from '../portal-context.ts';

/** Goes to a path as a click on its link would, the current selection and perspective kept. */
export function useNavigate(): Host['navigation']['go'] {
  return usePortal('useNavigate()').host.navigation.go;
}
