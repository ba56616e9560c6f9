import type {ContributionData, ExtensionPoints, ModuleManifest} from '@openchoreo/portal-contract';

/** What a manifest contributes to a point. The gateway has checked it against the point's schema. */
export function contributionsOf<P extends keyof ExtensionPoints>(
  {contributes}: ModuleManifest,
  point: P,
): readonly (ExtensionPoints[P] & ContributionData)[] {
  return (contributes?.[point] ?? []) as never;
}
