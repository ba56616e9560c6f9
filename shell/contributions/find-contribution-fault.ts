import {PortalError, toFaultText, type ModuleHead} from '@openchoreo/portal-contract';

/** Why the portal keeps a contribution from everybody. */
export type ContributionFault =
  | {readonly kind: 'refused'; readonly error: PortalError<'CONTRIBUTION_INVALID'>}
  /** No module of this session opens the point; one that does may come at any time. */
  | {readonly kind: 'waiting'; readonly point: string};

/** Nothing when the contribution is sound and its point is there: what hides it then is the person's or the module's. */
export function findContributionFault(
  {contributions}: Pick<ModuleHead, 'contributions'>,
  point: string,
  id: string,
): ContributionFault | undefined {
  const refused = contributions?.refused?.find((one) => one.point === point && one.id === id);
  if (refused) {
    return {
      kind: 'refused',
      error: new PortalError('CONTRIBUTION_INVALID', [id, point, toFaultText(refused.faults)]),
    };
  }
  return contributions?.waiting?.includes(point) ? {kind: 'waiting', point} : undefined;
}
